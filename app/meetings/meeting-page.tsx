import type { ComponentProps } from 'react';
import { AgendaLedger, agendaCount, type LedgerItem } from '#app/agenda/agenda-ledger.tsx';
import { AnswerForm, type AnswerFormProps } from '#app/attendance/answer-form.tsx';
import { AttendeeTable } from '#app/attendance/attendee-table.tsx';
import { RoundTable } from '#app/attendance/round-table.tsx';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { countAnswers } from '#app/model/attendance.ts';
import type { MeetingAbilities } from '#app/model/scope.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { ComeAndConnect } from './come-and-connect.tsx';
import { MeetingHead } from './meeting-head.tsx';
import type { MeetingTimes } from './meeting-view.ts';
import { OrganiserPanel } from './organiser-panel.tsx';
import './meeting-page.css';

export interface MeetingPageProps {
  meeting: ComponentProps<typeof MeetingHead>['meeting'] &
    ComponentProps<typeof ComeAndConnect>['meeting'] & {
      slug: string;
      summary: string;
      minutesVersion: number | null;
    };
  times: MeetingTimes;
  items: readonly LedgerItem[];
  attendees: ComponentProps<typeof AttendeeTable>['attendees'];
  own: AnswerFormProps['own'] | null;
  window: AnswerFormProps['window'];
  answered: boolean;
  refused: AnswerFormProps['refused'];
  can: MeetingAbilities;
  calendarHref: string | null;
  /** Nobody is signed in. */
  visitor: boolean;
}

/** A meeting: when and where, its agenda, how to come, who comes; beside it one's own answer, or the tools of those who organise. */
export function MeetingPage(props: MeetingPageProps) {
  const { meeting, times, attendees, can } = props;
  return (
    <div className="wrap m-grid">
      <MeetingHead meeting={meeting} times={times} />
      <div className="stack m-main">
        <Agenda {...props} />
        {meeting.summary ? (
          <section aria-labelledby="t-about">
            <div className="sect__h">
              <h2 id="t-about">{m.meetings_about_title()}</h2>
            </div>
            <p className="lines measure">{meeting.summary}</p>
          </section>
        ) : null}
        <ComeAndConnect meeting={meeting} times={times} can={can} />
        {can.seeAttendees ? (
          <section aria-labelledby="t-who">
            <div className="sect__h">
              <h2 id="t-who">{m.meetings_attendance_title()}</h2>
              {can.organise ? <A to={`/meetings/${meeting.slug}/attendees`}>{m.meetings_attendance_manage()}</A> : null}
            </div>
            <AttendeeTable attendees={attendees} />
          </section>
        ) : null}
      </div>
      <Side {...props} />
    </div>
  );
}

function Agenda({ meeting, times, items, can }: MeetingPageProps) {
  const editable = can.organise && meeting.status !== 'cancelled';
  return (
    <section aria-labelledby="t-agenda">
      <div className="sect__h">
        <h2 id="t-agenda">{m.meetings_agenda_title()}</h2>
        {items.length > 0 ? <span className="meta">{agendaCount(items)}</span> : null}
      </div>
      {items.length > 0 ? <AgendaLedger items={items} start={times.start} /> : <p className="meta">{m.meetings_agenda_empty()}</p>}
      {items.length === 0 && editable ? (
        <p className="after">
          <A className="btn btn--line" to={`/meetings/${meeting.slug}/agenda`}>
            <Icon name="list-numbers" />
            {m.meetings_agenda_build()}
          </A>
        </p>
      ) : null}
    </section>
  );
}

function Side({ meeting, times, attendees, own, window, answered, refused, can, calendarHref, visitor }: MeetingPageProps) {
  const ring = can.seeAttendees && attendees.length > 0;
  return (
    <aside className="m-side" aria-label={m.meetings_side_label()}>
      {own ? (
        <AnswerForm
          action={localePath(`/meetings/${meeting.slug}`)}
          {...{ own, window }}
          calendarHref={times.over ? null : calendarHref}
          online={can.seeOnlineLink && meeting.onlineUrl !== ''}
          saved={answered}
          refused={refused ?? null}
        />
      ) : null}
      {can.organise ? <OrganiserPanel meeting={meeting} /> : null}
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
