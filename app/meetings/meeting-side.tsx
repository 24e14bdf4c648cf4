import { AnswerForm } from '#app/attendance/answer-form.tsx';
import { RoundTable } from '#app/attendance/round-table.tsx';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { countAnswers } from '#app/model/attendance.ts';
import type { MeetingAbilities } from '#app/model/scope.ts';
import { OpenNotesLink } from '#app/rapporteurs/open-notes-link.tsx';
import { ReportPanel } from '#app/rapporteurs/report-panel.tsx';
import { JoinReview } from '#app/reviews/join-review.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import type { MeetingPageProps } from './meeting-page.tsx';
import { OrganiserPanel } from './organiser-panel.tsx';

/** Beside a meeting: one's own answer while it can be given, the tools of those who organise, the way to notes and minutes, who answered. */
export function MeetingSide(props: MeetingPageProps) {
  const { meeting, times, attendees, own, window, answered, refused, can, calendarHref, visitor, review } = props;
  const ring = can.seeAttendees && attendees.length > 0;
  return (
    <aside className="m-side" aria-label={m.meetings_side_label()}>
      {own && !times.over ? (
        <AnswerForm
          action={localePath(`/meetings/${meeting.slug}`)}
          {...{ own, window, calendarHref }}
          place={meeting.placeName !== '' || meeting.placeAddress !== ''}
          online={can.seeOnlineLink && meeting.onlineUrl !== ''}
          saved={answered}
          refused={refused ?? null}
        />
      ) : null}
      {can.organise ? <OrganiserPanel meeting={meeting} over={times.over} /> : null}
      {can.report && !can.organise ? <ReportPanel slug={meeting.slug} /> : null}
      {meeting.notesOpen && !can.readNotes ? <OpenNotesLink slug={meeting.slug} /> : null}
      {review ? <JoinReview slug={meeting.slug} review={review} /> : null}
      <Reading meeting={meeting} times={times} can={can} />
      {visitor && !times.over && meeting.status === 'scheduled' ? <Invited slug={meeting.slug} /> : null}
      {!own && calendarHref && !times.over ? (
        <a className="btn btn--line btn--wide" href={calendarHref}>
          <Icon name="calendar-plus" />
          {m.meetings_add_to_calendar()}
        </a>
      ) : null}
      {ring ? (
        <section aria-labelledby="t-ring">
          <div className="sect__h">
            <h2 id="t-ring">{m.meetings_ring_title()}</h2>
          </div>
          <RoundTable counts={countAnswers(attendees)} />
        </section>
      ) : null}
    </aside>
  );
}

/** The way to the notes and to the minutes, for whoever may read them. */
function Reading({ meeting, times, can }: Pick<MeetingPageProps, 'meeting' | 'times' | 'can'>) {
  const notes = can.readNotes && meeting.status === 'scheduled';
  if (!notes && !meeting.minutesVersion && !(times.over && meeting.status === 'scheduled')) return null;
  return (
    <section className="panel reading" aria-labelledby="t-notes">
      <h2 id="t-notes">{meeting.minutesVersion || !notes ? m.meetings_action_minutes() : m.meetings_notes_title()}</h2>
      {meeting.minutesVersion ? (
        <A className="btn btn--wide" to={`/minutes/${meeting.slug}`}>
          <Icon name="file-text" />
          {m.meetings_read_minutes()}
        </A>
      ) : (
        <p className="small">{notes ? hintOf(can) : m.meetings_no_minutes_yet()}</p>
      )}
      {notes ? (
        <A className={meeting.minutesVersion ? 'btn btn--line btn--wide' : 'btn btn--wide'} to={`/meetings/${meeting.slug}/live`}>
          <Icon name="note-pencil" />
          {m.meetings_open_notes()}
        </A>
      ) : null}
    </section>
  );
}

const hintOf = (can: MeetingAbilities) => (can.writeNotes ? m.meetings_notes_write_hint() : m.meetings_notes_read_hint());

/** For whoever has an invitation and came here without its link. */
function Invited({ slug }: { slug: string }) {
  return (
    <section className="panel reading" aria-labelledby="t-invited">
      <h2 id="t-invited">{m.meetings_invited_title()}</h2>
      <p className="small">{m.meetings_invited_what()}</p>
      <A className="btn btn--line btn--wide" to={`/sign-in?to=${encodeURIComponent(`/meetings/${slug}`)}`}>
        {m.common_sign_in()}
      </A>
    </section>
  );
}
