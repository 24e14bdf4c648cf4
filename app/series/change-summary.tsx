import { m } from '#app/messages/compiled/messages.js';
import { Notice } from '#app/ui/notice.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { ShownChanges } from './change-words.ts';

const TAGS = {
  moves: { look: 'warn', label: m.series_moved_tag },
  hours: { look: 'warn', label: m.series_hour_tag },
  ends: { look: 'late', label: m.series_ends_tag },
  own: { look: 'soft', label: m.series_own_tag },
  new: { look: 'ok', label: m.series_new_tag },
  taken: { look: 'soft', label: m.series_taken_tag },
} as const;

/** What becomes of the meetings that are there, and how many people are told, before it is done. */
export function ChangeSummary({ changes }: { changes: ShownChanges }) {
  const { lines, stays, told, digest } = changes;
  return (
    <div className="stack">
      <input type="hidden" name="digest" value={digest} />
      <h3>{m.series_change_title()}</h3>
      {lines.length > 0 ? (
        <ul className="changes">
          {lines.map(({ key, what, text }) => (
            <li key={key}>
              <Tag look={TAGS[what].look}>{TAGS[what].label()}</Tag> {text}
            </li>
          ))}
        </ul>
      ) : null}
      {stays > 0 ? <p className="meta">{m.series_change_stays({ count: stays })}</p> : null}
      <Notice look={told > 0 ? 'warn' : 'info'}>{told > 0 ? m.series_change_told({ count: told }) : m.series_change_told_none()}</Notice>
    </div>
  );
}
