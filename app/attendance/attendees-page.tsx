import { useRevalidator } from 'react-router';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { countAnswers, type GroupToInvite, type InvitedPerson, type PersonToInvite } from '#app/model/attendance.ts';
import { formatWhen } from '#app/model/format-when.ts';
import type { MeetingStatus } from '#app/model/meetings.ts';
import { whenOf } from '#app/model/when.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import type { FieldFault } from '#app/ui/error-summary.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { useLiveTopic } from '#app/ui/use-live-topic.ts';
import './attendance.css';
import { AttendeeList } from './attendee-list.tsx';
import type { Intent, Typed } from './attendees-form.ts';
import { InviteSection } from './invite-section.tsx';
import { RoundTable } from './round-table.tsx';

export interface AttendeesPageProps {
  meeting: {
    id: string;
    slug: string;
    title: string;
    status: MeetingStatus;
    edtf: string;
    timeZone: string;
    groupSlug: string;
    groupName: string;
  };
  people: InvitedPerson[];
  groups: GroupToInvite[];
  /** The group that is about to be invited, with the names of those missing from the list. */
  confirm: { group: GroupToInvite; members: Omit<PersonToInvite, 'invited'>[] } | null;
  query: string;
  found: PersonToInvite[];
  moreFound: boolean;
  /** The attendance being edited. */
  editing: string | null;
  newId: string;
  over: boolean;
  done: { added: number | null; written: number | null; what: string | null };
  refused: Refused | null;
}

/** Forms of an opened line, which show their faults beside their buttons. */
const OF_A_LINE: (Intent | null)[] = ['edit', 'note-answer', 'resend', 'remove'];

/** A form of this page that was sent back. */
export interface Refused {
  intent: Intent | null;
  faults: FieldFault[];
  typed: Typed;
}

/** For organisers: who is invited and what they answered, check-in at the door, and whom to invite besides. */
export function AttendeesPage(props: AttendeesPageProps) {
  const { meeting, people, refused } = props;
  const saysItself =
    refused?.intent === 'invite-new' || (OF_A_LINE.includes(refused?.intent ?? null) && people.some(({ id }) => id === props.editing));
  const { revalidate } = useRevalidator();
  useLiveTopic(meeting.id, ['attendance', 'meeting'], () => void revalidate());
  const { full } = formatWhen(whenOf(meeting.edtf), { zone: meeting.timeZone, locale: getLocale() });
  return (
    <div className="wrap m-grid attendees">
      <div className="m-head">
        <Breadcrumb
          crumbs={[
            { to: `/groups/${meeting.groupSlug}`, label: meeting.groupName },
            { to: `/meetings/${meeting.slug}`, label: meeting.title },
          ]}
        />
        <h1>{m.attendance_list_title()}</h1>
        <p className="attendees__of">
          <b>{meeting.title}</b> {full}
        </p>
      </div>
      <div className="stack m-main">
        <Done {...props.done} />
        {refused && !saysItself ? <ErrorSummary faults={refused.faults} /> : null}
        <AttendeeList
          meeting={meeting}
          people={people}
          inviting={meeting.status === 'scheduled' && !props.over}
          editing={props.editing}
          refused={refused}
        />
        <InviteSection {...props} />
      </div>
      <Aside meeting={meeting} people={people} />
    </div>
  );
}

function Aside({ meeting, people }: Pick<AttendeesPageProps, 'meeting' | 'people'>) {
  const present = people.filter((person) => person.checkedInAt !== null).length;
  return (
    <aside className="m-side no-print">
      <section aria-labelledby="t-ring">
        <div className="sect__h">
          <h2 id="t-ring">{m.attendance_ring_title()}</h2>
        </div>
        <RoundTable counts={countAnswers(people)} />
      </section>
      <div className="panel attendees__tools">
        <p>
          <b>{m.attendance_list_checked_in({ present, total: people.length })}</b>
        </p>
        <p className="meta">{m.attendance_list_live()}</p>
        <a className="btn btn--wide" href="#invite">
          <Icon name="user-plus" />
          {m.attendance_list_invite()}
        </a>
        <A className="btn btn--line btn--wide" to={`/meetings/${meeting.slug}/reminders`}>
          <Icon name="clock-countdown" />
          {m.reminders_title()}
        </A>
        <A className="btn btn--line btn--wide" to="/mails/received">
          <Icon name="envelope-simple" />
          {m.inbox_title()}
        </A>
        <button className="btn btn--line btn--wide" type="button" onClick={() => window.print()}>
          <Icon name="printer" />
          {m.attendance_list_print()}
        </button>
      </div>
    </aside>
  );
}

function Done({ added, written, what }: AttendeesPageProps['done']) {
  const words =
    added === 0
      ? [m.attendance_done_nobody()]
      : added !== null
        ? [m.attendance_done_invited({ count: added }), written ? m.attendance_done_written({ count: written }) : '']
        : what === 'saved'
          ? [m.attendance_done_saved()]
          : what === 'removed'
            ? [m.attendance_done_removed()]
            : what === 'told'
              ? [m.attendance_done_removed_told()]
              : what === 'resent'
                ? [m.attendance_done_resent()]
                : [];
  if (words.length === 0) return null;
  return (
    <Notice look={added === 0 ? 'info' : 'ok'} role="status">
      {words.filter(Boolean).join(' ')}
    </Notice>
  );
}
