import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { fullNameOf } from '#app/model/attendance.ts';
import { formatDay, formatWhen, sentenceCase } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { lastDay, whenOf } from '#app/model/when.ts';
import { A } from '#app/ui/link.tsx';
import type { BoardSession } from '#server/rapporteurs/read-board.ts';
import { CheckCell, DueCell, MinutesCell, NotesCell, PresentCell } from './board-cells.tsx';

interface BoardTableProps {
  edition: { slug: string };
  sessions: readonly BoardSession[];
  today: string;
}

/** One table a day, one row a session in the order of the programme; on phones each row is a short list. */
export function BoardTable({ edition, sessions, today }: BoardTableProps) {
  const days = [...Map.groupBy(sessions, dayOf)];
  return days.map(([day, rows]) => (
    <section key={day} className="rb-day" aria-labelledby={`t-day-${day}`}>
      <h2 id={`t-day-${day}`}>{day === '' ? m.rapporteurs_no_day() : sentenceCase(formatDay(day, getLocale(), { weekday: true }))}</h2>
      <table className="tbl rb">
        <thead>
          <tr>
            <th scope="col">{m.rapporteurs_col_session()}</th>
            <th scope="col">{m.rapporteurs_col_rapporteurs()}</th>
            <th scope="col">{m.rapporteurs_col_present()}</th>
            <th scope="col">{m.rapporteurs_col_notes()}</th>
            <th scope="col">{m.rapporteurs_col_check()}</th>
            <th scope="col">{m.rapporteurs_col_minutes()}</th>
            <th scope="col">{m.rapporteurs_col_due()}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((session) => (
            <Row key={session.id} edition={edition} session={session} today={today} />
          ))}
        </tbody>
      </table>
    </section>
  ));
}

const dayOf = ({ edtf }: BoardSession) => lastDay(whenOf(edtf)) ?? '';

function Row({ edition, session, today }: { edition: { slug: string }; session: BoardSession; today: string }) {
  const { slug, status, late, rapporteurs } = session;
  const title = frenchSpaces(session.title);
  const when = formatWhen(whenOf(session.edtf), { zone: session.timeZone, locale: getLocale() });
  const assign = `/editions/${edition.slug}/rapporteurs/${slug}`;
  const assignLabel = rapporteurs.length > 0 ? m.rapporteurs_change() : m.rapporteurs_assign();
  if (status === 'cancelled')
    return (
      <tr className="rb-off">
        <th scope="row">
          <A to={`/meetings/${slug}`}>{title}</A>
          <span className="meta">{m.rapporteurs_cancelled()}</span>
        </th>
        <td colSpan={6} />
      </tr>
    );
  return (
    <tr className={late > 0 ? 'rb-late' : undefined}>
      <th scope="row">
        <span className="rb-when">{when.time ?? m.rapporteurs_no_hour()}</span>
        <A to={`/meetings/${slug}`}>{title}</A>
        <span className="meta">{[session.room, status === 'draft' ? m.rapporteurs_draft() : ''].filter(Boolean).join(', ')}</span>
      </th>
      <td data-l={m.rapporteurs_col_rapporteurs()}>
        {rapporteurs.length > 0 ? (
          <ul className="rb-who">
            {rapporteurs.map((person) => (
              <li key={person.attendanceId}>
                {fullNameOf(person)}
                {person.organisationName ? <span className="meta">{person.organisationName}</span> : null}
                {person.reachable ? null : <span className="meta rb-bad">{m.rapporteurs_no_address()}</span>}
              </li>
            ))}
          </ul>
        ) : (
          <span className="rb-bad">{m.rapporteurs_nobody()}</span>
        )}
        <A className="rb-act no-print" to={assign} aria-label={m.rapporteurs_link_of({ label: assignLabel, title })}>
          {assignLabel}
        </A>
      </td>
      <td data-l={m.rapporteurs_col_present()}>
        <PresentCell session={session} title={title} />
      </td>
      <td data-l={m.rapporteurs_col_notes()}>
        <NotesCell session={session} title={title} />
      </td>
      <td data-l={m.rapporteurs_col_check()}>
        <CheckCell session={session} title={title} />
      </td>
      <td data-l={m.rapporteurs_col_minutes()}>
        <MinutesCell session={session} title={title} />
      </td>
      <td data-l={m.rapporteurs_col_due()}>
        <DueCell session={session} today={today} />
      </td>
    </tr>
  );
}
