import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatInstant, sentenceCase } from '#app/model/format-when.ts';
import { A } from '#app/ui/link.tsx';
import type { RoomCount } from '#db/check-ins/read-counts.ts';

interface RoomsTableProps {
  edition: { slug: string; timeZone: string };
  rooms: RoomCount[];
  entrance: Pick<RoomCount, 'inside' | 'came' | 'expected' | 'capacity'>;
  days: string[];
  day: string;
}

/** Who is where, now: the entrance on one day, then each session. */
export function RoomsTable({ edition, rooms, entrance, days, day }: RoomsTableProps) {
  const startOf = (instant: string) => {
    const { date, time } = formatInstant(instant, edition.timeZone, getLocale());
    return `${sentenceCase(date)}, ${time}`;
  };
  return (
    <section aria-labelledby="t-rooms">
      <h2 id="t-rooms">{m.check_ins_rooms()}</h2>
      {days.length > 1 ? (
        <nav className="ci-days" aria-label={m.check_ins_days()}>
          {days.map((each) => (
            <A key={each} to={`/editions/${edition.slug}/check-in?day=${each}`} aria-current={each === day ? 'true' : undefined}>
              {sentenceCase(formatDay(each, getLocale(), { weekday: true }))}
            </A>
          ))}
        </nav>
      ) : null}
      <div className="ci-scroll">
        <table className="ci-rooms">
          <thead>
            <tr>
              <th scope="col">{m.check_ins_place()}</th>
              <th scope="col">{m.check_ins_inside()}</th>
              <th scope="col">{m.check_ins_came()}</th>
              <th scope="col">{m.check_ins_expected()}</th>
              <th scope="col">{m.check_ins_capacity()}</th>
            </tr>
          </thead>
          <tbody>
            <tr className="ci-rooms__door">
              <th scope="row">
                {m.check_ins_entrance()} <span className="meta">{formatDay(day, getLocale(), {})}</span>
              </th>
              <Counts {...entrance} />
            </tr>
            {rooms.map((room) => (
              <tr key={room.slug}>
                <th scope="row">
                  <A to={`/meetings/${room.slug}`}>{room.title}</A>{' '}
                  <span className="meta">{[room.startsAt ? startOf(room.startsAt) : '', room.room].filter(Boolean).join(' · ')}</span>
                </th>
                <Counts {...room} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Counts({ inside, came, expected, capacity }: Pick<RoomCount, 'inside' | 'came' | 'expected' | 'capacity'>) {
  const full = capacity !== null && inside >= capacity;
  return (
    <>
      <td>
        <b>{inside}</b> {full ? <span className="ci-full">{m.check_ins_full_word()}</span> : null}
      </td>
      <td>{came}</td>
      <td>{expected}</td>
      <td>{capacity ?? '–'}</td>
    </>
  );
}
