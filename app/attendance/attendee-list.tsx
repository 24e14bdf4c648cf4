import { Fragment } from 'react';
import { useFetcher } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { fullNameOf, type InvitedPerson } from '#app/model/attendance.ts';
import { formatInstant } from '#app/model/format-when.ts';
import { Avatar } from '#app/ui/avatar.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { State, Who } from './attendee-table.tsx';
import type { Refused } from './attendees-page.tsx';
import { EditAttendee } from './edit-attendee.tsx';

interface ListedMeeting {
  slug: string;
  timeZone: string;
  status: string;
}

interface AttendeeListProps {
  meeting: ListedMeeting;
  people: InvitedPerson[];
  inviting: boolean;
  editing: string | null;
  refused: Refused | null;
}

/** The list as organisers keep it; on paper, with a column to sign. */
export function AttendeeList({ meeting, people, inviting, editing, refused }: AttendeeListProps) {
  return (
    <section aria-labelledby="t-list">
      <div className="sect__h">
        <h2 id="t-list">{m.attendance_list_people()}</h2>
        <span className="meta">{m.attendance_list_count({ count: people.length })}</span>
      </div>
      {people.length === 0 ? (
        <p className="meta">{m.attendance_list_empty()}</p>
      ) : (
        <table className="tbl presence">
          <thead>
            <tr>
              <th scope="col">{m.attendance_list_person()}</th>
              <th scope="col">{m.attendance_list_answer()}</th>
              <th scope="col" className="no-print">
                {m.attendance_list_presence()}
              </th>
              <th scope="col" className="presence__sign">
                {m.attendance_list_signature()}
              </th>
              <th scope="col" className="no-print">
                <span className="vh">{m.attendance_list_actions()}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <Fragment key={person.id}>
                <Row meeting={meeting} person={person} open={person.id === editing} />
                {person.id === editing ? (
                  <tr className="presence__edit no-print">
                    <td colSpan={5}>
                      <EditAttendee meeting={meeting} inviting={inviting} person={person} refused={refused} />
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row({ meeting, person, open }: { meeting: ListedMeeting; person: InvitedPerson; open: boolean }) {
  const name = fullNameOf(person);
  const list = `/meetings/${meeting.slug}/attendees`;
  return (
    <tr id={`a-${person.id}`}>
      <th scope="row">
        <span className="person">
          <Avatar id={person.personId} name={name} />
          <span className="person__t">
            <Who attendee={person} />
            {person.organisationName ? <span className="presence__org">{person.organisationName}</span> : null}
            <Remarks person={person} meeting={meeting} />
          </span>
        </span>
      </th>
      <td>
        <State answer={person.answer} />
        {person.placeAssumed ? <span className="person__r">{m.attendance_reply_place_assumed()}</span> : null}
        {person.tentative ? <span className="person__r">{m.attendance_reply_tentative()}</span> : null}
        {person.calendarComment ? (
          <span className="person__r">{m.attendance_reply_comment({ comment: person.calendarComment })}</span>
        ) : null}
        {person.notedBy ? <span className="person__r">{m.attendance_list_noted_by({ name: person.notedBy })}</span> : null}
      </td>
      <td className="no-print">
        <CheckIn meeting={meeting} person={person} name={name} />
      </td>
      <td className="presence__sign" />
      <td className="presence__go no-print">
        <A
          className="btn btn--quiet btn--sm"
          to={open ? `${list}#a-${person.id}` : `${list}?edit=${person.id}#a-${person.id}`}
          aria-label={open ? undefined : m.attendance_list_edit_of({ name })}
        >
          <Icon name={open ? 'x' : 'pencil-simple'} />
          <span>{open ? m.attendance_list_close() : m.attendance_list_edit()}</span>
        </A>
      </td>
    </tr>
  );
}

function Remarks({ person, meeting }: { person: InvitedPerson; meeting: ListedMeeting }) {
  const waiting = person.invitedAt === null && person.reachable && meeting.status === 'scheduled';
  if (person.reachable && !waiting && !person.refusedMail && person.notesAccess === 'write') return null;
  return (
    <span className="presence__tags no-print">
      {person.reachable ? null : <Tag look="warn">{m.attendance_list_no_address()}</Tag>}
      {person.refusedMail ? <Tag look="late">{m.attendance_list_refused_mail()}</Tag> : null}
      {waiting ? <Tag>{m.attendance_list_not_invited()}</Tag> : null}
      {person.notesAccess === 'read' ? <Tag look="soft">{m.attendance_list_reads_only()}</Tag> : null}
    </span>
  );
}

/** Pressed at the door, one person after the other: sent by itself where there is a script, else the page comes back to this row. */
function CheckIn({ meeting, person, name }: { meeting: ListedMeeting; person: InvitedPerson; name: string }) {
  const fetcher = useFetcher();
  const sent = fetcher.formData?.get('present');
  const here = sent ? sent === 'yes' : person.checkedInAt !== null;
  const time = person.checkedInAt ? formatInstant(person.checkedInAt, meeting.timeZone, getLocale()).time : null;
  return (
    <fetcher.Form method="post" action={`${localePath(`/meetings/${meeting.slug}/attendees`)}#a-${person.id}`}>
      <input type="hidden" name="intent" value="check-in" />
      <input type="hidden" name="attendanceId" value={person.id} />
      <input type="hidden" name="present" value={here ? 'no' : 'yes'} />
      {here ? (
        <span className="presence__here">
          <span className="st">
            <Icon name="check-circle" />
            {time ? m.attendance_list_present_since({ time }) : null}
          </span>
          <button className="presence__undo" type="submit" aria-label={m.attendance_list_undo_of({ name })}>
            {m.attendance_list_undo()}
          </button>
        </span>
      ) : (
        <button className="btn btn--line btn--sm" type="submit" aria-label={m.attendance_list_check_in_of({ name })}>
          {m.attendance_list_check_in()}
        </button>
      )}
    </fetcher.Form>
  );
}
