import { getLocale } from '#app/locale.ts';
import { kindLabel } from '#app/meetings/labels.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatWhen } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { whenOf } from '#app/model/when.ts';
import { whenInMargin } from '#app/model/when-in-margin.ts';
import { A } from '#app/ui/link.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { MeetingRow } from '#db/meetings/read.ts';

/** Dated meetings of a month, in order of time: when on the left of the rule, what on its right. */
export function MeetingList({
  meetings,
  month,
  readerZone,
}: {
  meetings: readonly MeetingRow[];
  month: string;
  readerZone: string | null;
}) {
  return (
    <ol className="ledger cal-list">
      {meetings.map((meeting) => (
        <MeetingLine key={meeting.id} meeting={meeting} month={month} readerZone={readerZone} />
      ))}
    </ol>
  );
}

function MeetingLine({ meeting, month, readerZone }: { meeting: MeetingRow; month: string; readerZone: string | null }) {
  const locale = getLocale();
  const when = whenOf(meeting.edtf);
  const margin = whenInMargin(when, locale, month.slice(0, 4));
  const { time, zoneNote, full, toConfirm } = formatWhen(when, { zone: meeting.timeZone, locale, readerZone });
  const place = meeting.placeName || (meeting.online ? m.calendar_event_online() : '');
  const cancelled = meeting.status === 'cancelled';
  const title = frenchSpaces(meeting.title);
  return (
    <li className="ledger__row">
      <div className="ledger__m" aria-hidden="true">
        <b>{margin?.big}</b>
        {margin?.small}
      </div>
      <div className="ledger__b">
        <h3>
          <A to={`/meetings/${meeting.slug}`}>{cancelled ? <s>{title}</s> : title}</A>
        </h3>
        <p className="meta">
          <span className="vh">{full}. </span>
          {time ? <span aria-hidden="true">{[time, zoneNote].filter(Boolean).join(', ')} · </span> : null}
          {[place, meeting.groupName].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div className="ledger__e">
        {cancelled ? <Tag look="late">{m.calendar_cancelled()}</Tag> : null}
        {toConfirm && !cancelled ? <Tag look="warn">{m.calendar_to_confirm()}</Tag> : null}
        {meeting.visibility === 'members' ? <Tag icon="lock-simple">{m.calendar_members_only()}</Tag> : null}
        {meeting.kind === 'group_meeting' ? null : <Tag look="soft">{kindLabel(meeting.kind)}</Tag>}
      </div>
    </li>
  );
}
