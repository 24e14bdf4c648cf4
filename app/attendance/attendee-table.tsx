import { m } from '#app/messages/compiled/messages.js';
import { type Attendee, byOrganisation, fullNameOf } from '#app/model/attendance.ts';
import { Monogram } from '#app/ui/avatar.tsx';
import './attendance.css';
import { roleLabel, stateLabel } from './labels.ts';
import { SeatKey } from './seat.tsx';

type Group = ReturnType<typeof byOrganisation<Attendee>>[number];
const SHOWN_AT_ONCE = 8;

/** « Qui vient »: organisation by organisation, who represents it and what they answered; long lists fold after the first. */
export function AttendeeTable({ attendees }: { attendees: readonly Attendee[] }) {
  const groups = byOrganisation(attendees);
  if (groups.length === 0) return <p className="meta">{m.attendance_table_empty()}</p>;
  const rest = groups.slice(SHOWN_AT_ONCE);
  return (
    <>
      <Table groups={groups.slice(0, SHOWN_AT_ONCE)} />
      {rest.length > 0 ? (
        <details className="att-more">
          <summary className="btn btn--line">{m.attendance_table_more({ count: rest.length })}</summary>
          <Table groups={rest} />
        </details>
      ) : null}
    </>
  );
}

function Table({ groups }: { groups: readonly Group[] }) {
  return (
    <table className="att">
      <thead>
        <tr>
          <th scope="col">{m.attendance_table_organisation()}</th>
          <th scope="col">{m.attendance_table_represented_by()}</th>
          <th scope="col">{m.attendance_table_answer()}</th>
        </tr>
      </thead>
      <tbody>
        {groups.flatMap(({ organisation, attendees }) =>
          attendees.map((attendee, index) => <Row key={attendee.id} attendee={attendee} organisation={organisation} again={index > 0} />),
        )}
      </tbody>
    </table>
  );
}

/** `again`: the organisation stands above already; screen readers still hear it. */
function Row({ attendee, organisation, again }: { attendee: Attendee; organisation: string; again: boolean }) {
  return (
    <tr>
      <th scope="row">{again ? <span className="vh">{organisation}</span> : <Organisation name={organisation} />}</th>
      <td>
        <Who attendee={attendee} />
      </td>
      <td>
        <State answer={attendee.answer} />
      </td>
    </tr>
  );
}

export function Organisation({ name }: { name: string }) {
  if (!name) return <span className="meta">{m.attendance_table_no_organisation()}</span>;
  return (
    <span className="person">
      <Monogram name={name} />
      <span>{name}</span>
    </span>
  );
}

/** Who comes, with function and role in the meeting; the substitute first, for they are who will be seen. */
export function Who({ attendee }: { attendee: Attendee }) {
  const name = fullNameOf(attendee);
  const { substituteName, substituteFunction } = attendee;
  const roles = attendee.roles.filter((role) => role !== 'participant').map(roleLabel);
  const post = substituteName ? [substituteFunction, m.attendance_table_substitute()] : [attendee.function];
  return (
    <>
      {substituteName ? m.attendance_table_for({ substitute: substituteName, name }) : name}
      <span className="person__r">{[...post, ...roles].filter(Boolean).join(', ')}</span>
    </>
  );
}

export function State({ answer }: { answer: Attendee['answer'] }) {
  return (
    <span className="st">
      <SeatKey answer={answer} />
      {stateLabel(answer)}
    </span>
  );
}
