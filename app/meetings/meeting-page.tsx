import type { ComponentProps } from 'react';
import { AgendaLedger, agendaCount, type LedgerItem } from '#app/agenda/agenda-ledger.tsx';
import type { AnswerFormProps } from '#app/attendance/answer-form.tsx';
import { AttendeeTable } from '#app/attendance/attendee-table.tsx';
import { OpeningPanel } from '#app/follow-ups/opening-panel.tsx';
import type { OpeningView } from '#app/follow-ups/opening-view.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { MeetingAbilities } from '#app/model/scope.ts';
import type { SessionPlaceData } from '#app/programme/load-session-place.server.ts';
import { SessionPlace } from '#app/programme/session-place.tsx';
import { SeriesLine, type SeriesLineData } from '#app/series/series-line.tsx';
import { SessionSpeakers } from '#app/speakers/session-speakers.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { ComeAndConnect } from './come-and-connect.tsx';
import { MeetingHead } from './meeting-head.tsx';
import { MeetingSide } from './meeting-side.tsx';
import type { MeetingTimes } from './meeting-view.ts';
import './meeting-page.css';

export interface MeetingPageProps {
  meeting: ComponentProps<typeof MeetingHead>['meeting'] &
    ComponentProps<typeof ComeAndConnect>['meeting'] & {
      slug: string;
      summary: string;
      minutesVersion: number | null;
      /** Everybody may read the notes while they are written. */
      notesOpen?: boolean;
    };
  times: MeetingTimes;
  items: readonly LedgerItem[];
  attendees: ComponentProps<typeof AttendeeTable>['attendees'];
  own: AnswerFormProps['own'] | null;
  window: AnswerFormProps['window'];
  /** The review of its minutes that the viewer can take part in. */
  review: { deadline: string; answered: boolean } | null;
  answered: boolean;
  /** A poll of dates became this meeting just now: so many invitations left. */
  settled: number | null;
  refused: AnswerFormProps['refused'];
  can: MeetingAbilities;
  /** What the group has open, before the meeting; null: nothing, or not for this reader. */
  opening: OpeningView | null;
  leads: boolean;
  /** The series that it comes from. */
  series: SeriesLineData | null;
  /** Its place in the programme of an edition; null: it is no session of one that this reader may see. */
  place: SessionPlaceData | null;
  /** Of a session of an edition: who has a part in it. */
  cast: { edition: string; speakers: ComponentProps<typeof SessionSpeakers>['speakers'] } | null;
  calendarHref: string | null;
  /** Nobody is signed in. */
  visitor: boolean;
}

/** A meeting: when and where, its agenda, how to come, who comes; beside it one's own answer, or the tools of those who organise. */
export function MeetingPage(props: MeetingPageProps) {
  const { meeting, times, attendees, can } = props;
  return (
    <div className="wrap m-grid">
      <MeetingHead meeting={meeting} times={times} below={<Below {...props} />} />
      <div className="stack m-main">
        {props.cast ? <SessionSpeakers {...props.cast} meeting={meeting.slug} /> : null}
        <Agenda {...props} />
        {props.opening ? (
          <section aria-labelledby="t-opening">
            <div className="sect__h">
              <h2 id="t-opening">{m.follow_ups_opening_title()}</h2>
            </div>
            <OpeningPanel opening={props.opening} slug={meeting.slug} leads={props.leads} from="meeting" />
          </section>
        ) : null}
        {meeting.summary ? (
          <section aria-labelledby="t-about">
            <div className="sect__h">
              <h2 id="t-about">{m.meetings_about_title()}</h2>
            </div>
            <p className="lines measure">{meeting.summary}</p>
          </section>
        ) : null}
        {props.place ? <SessionPlace place={props.place} title={meeting.title} slug={meeting.slug} /> : null}
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
      <MeetingSide {...props} />
    </div>
  );
}

function Below({ series, settled }: Pick<MeetingPageProps, 'series' | 'settled'>) {
  return (
    <>
      {series ? <SeriesLine series={series} /> : null}
      {settled === null ? null : (
        <Notice look="ok" role="status">
          {m.date_polls_became_meeting({ count: settled })}
        </Notice>
      )}
    </>
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
