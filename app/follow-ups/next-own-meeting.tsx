import { RoundTable } from '#app/attendance/round-table.tsx';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { AnswerCounts } from '#app/model/attendance.ts';
import { formatWhen } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { whenOf } from '#app/model/when.ts';
import { daysOf } from '#app/model/when-in-margin.ts';
import { A } from '#app/ui/link.tsx';

export interface NextOwnMeeting {
  slug: string;
  title: string;
  edtf: string;
  timeZone: string;
  /** Null for whoever may not see who comes. */
  counts: AnswerCounts | null;
  can: { organise: boolean; readNotes: boolean };
}

/** The card of the next meeting: when, what, who comes, and the two ways in. */
export function NextOwnMeetingCard({ next }: { next: NextOwnMeeting }) {
  const when = whenOf(next.edtf);
  const { date, time } = formatWhen(when, { zone: next.timeZone, locale: getLocale() });
  const day = daysOf(when)?.from;
  const page = `/meetings/${next.slug}`;
  return (
    <section className="nx" aria-labelledby="t-nx">
      <div className="nx__d">
        {day ? <b aria-hidden="true">{Number(day.slice(8))}</b> : null}
        <p className="small">
          {date}
          {time ? (
            <>
              <br />
              {time}
            </>
          ) : null}
        </p>
      </div>
      <h2 id="t-nx" className="nx__t">
        <span className="vh">{m.follow_ups_next_label()} </span>
        {frenchSpaces(next.title)}
      </h2>
      {next.counts ? <RoundTable counts={next.counts} /> : null}
      <div className="row nx__a">
        {next.can.readNotes ? (
          <A className="btn btn--brass" to={`${page}/live`}>
            {m.follow_ups_next_room()}
          </A>
        ) : null}
        <A className="btn btn--onband" to={page}>
          {next.can.organise ? m.follow_ups_next_prepare() : m.follow_ups_next_see()}
        </A>
      </div>
    </section>
  );
}
