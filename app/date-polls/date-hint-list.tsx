import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { DateHints } from '#server/date-polls/read-date-hints.ts';

/** That a date is past; else public holidays, meetings and events of others at a date; or that nothing is known. */
export function DateHintList({ hints: { past, holidays, clashes } }: { hints: DateHints }) {
  if (past) return <p className="err">{m.date_polls_hint_past()}</p>;
  if (holidays.length + clashes.length === 0) return <p className="meta">{m.date_polls_hint_none()}</p>;
  return (
    <ul className="dp-hints">
      {holidays.map((holiday) => (
        <li key={holiday}>
          <Tag look="warn">{m.date_polls_hint_holiday({ name: holiday })}</Tag>
        </li>
      ))}
      {clashes.map((clash) => (
        <li key={clash.id}>
          <Icon name="warning" />
          {clash.of === 'meeting' ? m.date_polls_hint_meeting({ title: clash.title }) : m.date_polls_hint_outside({ title: clash.title })}
        </li>
      ))}
    </ul>
  );
}
