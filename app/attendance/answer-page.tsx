import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { AnswerWindow, GivenAnswer } from '#app/model/attendance.ts';
import { formatWhen } from '#app/model/format-when.ts';
import { whenOf } from '#app/model/when.ts';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { AnswerForm, type OwnInvitation } from './answer-form.tsx';
import type { RefusedAnswer } from './answer-values.ts';

export interface InvitedMeeting {
  slug: string;
  title: string;
  groupName: string;
  edtf: string;
  timeZone: string;
  placeName: string;
  placeAddress: string;
  placeAccess: string;
  /** '' when there is none (yet). */
  onlineUrl: string;
  summary: string;
  /** Why it does not take place; '' when nobody said. */
  cancelReason: string;
}

interface AnswerPageProps {
  meeting: InvitedMeeting;
  own: OwnInvitation & { readerZone: string };
  window: AnswerWindow;
  action: string;
  proposed?: GivenAnswer | null;
  saved?: boolean;
  refused: RefusedAnswer | null;
  calendarHref: string | null;
}

/** One invitation: what, when, where, and the answer beside it. */
export function AnswerPage({ meeting, own, ...form }: AnswerPageProps) {
  const when = whenOf(meeting.edtf);
  const { full, zoneNote } = formatWhen(when, { zone: meeting.timeZone, locale: getLocale(), readerZone: own.readerZone, city: true });
  const day = when.kind === 'time' ? when.start.slice(8, 10) : when.kind === 'day' ? when.day.slice(8) : null;
  return (
    <div className="wrap m-grid">
      <div className="m-head">
        <p className="kicker">{meeting.groupName}</p>
        <h1>{meeting.title}</h1>
        <div className={day ? 'm-when' : undefined}>
          {day ? (
            <span className="m-when__d" aria-hidden="true">
              {Number(day)}
            </span>
          ) : null}
          <p>
            <b>{full}</b>
            {zoneNote ? m.attendance_your_clock({ time: zoneNote }) : null}
          </p>
        </div>
      </div>
      <div className="stack m-main">
        {form.window === 'cancelled' && meeting.cancelReason ? <Notice look="warn">{meeting.cancelReason}</Notice> : null}
        <HowToCome meeting={meeting} cancelled={form.window === 'cancelled'} />
      </div>
      <aside className="m-side">
        <AnswerForm {...form} own={own} place={placeOf(meeting) !== ''} online={meeting.onlineUrl !== ''} />
      </aside>
    </div>
  );
}

const placeOf = ({ placeName, placeAddress }: InvitedMeeting) => [placeName, placeAddress].filter(Boolean).join(', ');

function HowToCome({ meeting, cancelled }: { meeting: InvitedMeeting; cancelled: boolean }) {
  const { placeAccess, onlineUrl, summary } = meeting;
  const place = placeOf(meeting);
  return (
    <section aria-labelledby="t-come">
      <div className="sect__h">
        <h2 id="t-come">{m.attendance_come_title()}</h2>
      </div>
      <dl className="kv">
        {place ? (
          <>
            <dt>{m.attendance_come_in_person()}</dt>
            <dd>
              {place}
              {placeAccess ? <span className="meta answer__access">{placeAccess}</span> : null}
            </dd>
          </>
        ) : null}
        {onlineUrl && !cancelled ? (
          <>
            <dt>{m.attendance_come_online()}</dt>
            <dd>
              <a href={onlineUrl} rel="noreferrer">
                {m.attendance_come_online_link()}
              </a>
            </dd>
          </>
        ) : null}
        {place || onlineUrl || cancelled ? null : (
          <>
            <dt>{m.meetings_section_where()}</dt>
            <dd>{m.meetings_no_place_yet()}</dd>
          </>
        )}
        {summary ? (
          <>
            <dt>{m.attendance_come_summary()}</dt>
            <dd className="answer__access">{summary}</dd>
          </>
        ) : null}
        <dt>{m.attendance_come_page()}</dt>
        <dd>
          <A to={`/meetings/${meeting.slug}`}>{m.attendance_come_page_what()}</A>
        </dd>
      </dl>
    </section>
  );
}
