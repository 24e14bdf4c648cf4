import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatWhen } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { type When, whenOf } from '#app/model/when.ts';
import { A } from '#app/ui/link.tsx';
import type { MeetingRow } from '#db/meetings/read.ts';

/** Meetings announced without a day: in a row of their own, on no day that nobody chose. */
export function UndatedMeetings({ meetings }: { meetings: readonly MeetingRow[] }) {
  if (meetings.length === 0) return null;
  return (
    <section className="cal-undated" aria-labelledby="t-undated">
      <h2 id="t-undated">{m.calendar_undated_title()}</h2>
      <ul>
        {meetings.map(({ id, slug, title, edtf, timeZone, status }) => (
          <li key={id}>
            <A className={status === 'cancelled' ? 'ev ev--poll ev--off' : 'ev ev--poll'} to={`/meetings/${slug}`}>
              <b>{status === 'cancelled' ? <s>{frenchSpaces(title)}</s> : frenchSpaces(title)}</b>
              <span>{status === 'cancelled' ? m.calendar_cancelled() : undatedLabel(whenOf(edtf), timeZone)}</span>
            </A>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** « En septembre 2022, date à fixer ». */
function undatedLabel(when: When, zone: string): string {
  if (when.kind === 'month') return m.calendar_undated_in_month({ month: formatWhen(when, { zone, locale: getLocale() }).date });
  return when.kind === 'year' ? m.calendar_undated_in_year({ year: when.year }) : m.calendar_undated_unknown();
}
