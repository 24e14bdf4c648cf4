import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatTime } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import type { Session } from './load-programme.server.ts';
import { SlotTime } from './programme-day.tsx';
import type { ProgrammeDay, Slot } from './programme-days.ts';
import { languagesOf, subjectOf } from './session-words.ts';

/** A day as a table: rooms across, hours down; plenaries and breaks across all rooms. */
export function DaySheet({ day: { day, rooms, slots } }: { day: ProgrammeDay<Session> }) {
  return (
    <table className="sheet__t">
      {rooms.length > 0 ? (
        <thead>
          <tr>
            <td />
            {rooms.map((room) => (
              <th key={room} scope="col">
                {room}
              </th>
            ))}
          </tr>
        </thead>
      ) : null}
      <tbody>
        {slots.map((slot) => (
          <tr key={`${slot.start} ${slot.label}`} className={slot.kind === 'break' ? 'sheet__break' : undefined}>
            <th scope="row">
              <SlotTime day={day} slot={slot} />
            </th>
            <Cells slot={slot} rooms={rooms} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cells({ slot, rooms }: { slot: Slot<Session>; rooms: readonly string[] }) {
  if (slot.sessions.length === 0) return <td colSpan={Math.max(1, rooms.length)}>{frenchSpaces(slot.label) || m.programme_break()}</td>;
  if (slot.kind === 'plenary' || rooms.length === 0)
    return (
      <td colSpan={Math.max(1, rooms.length)}>
        {slot.sessions.map((one) => (
          <SheetSession key={one.row.id} {...one} room />
        ))}
      </td>
    );
  // a room that is no column stands in the last one, and says which it is
  return rooms.map((room, index) => (
    <td key={room}>
      {slot.sessions
        .filter(({ row }) => row.placeName === room || (index === rooms.length - 1 && !rooms.includes(row.placeName)))
        .map((one) => (
          <SheetSession key={one.row.id} {...one} room={one.row.placeName !== room} />
        ))}
    </td>
  ));
}

function SheetSession({ row, ownEnd, room }: Slot<Session>['sessions'][number] & { room: boolean }) {
  const title = frenchSpaces(row.title);
  const details = [
    row.status === 'cancelled' && m.programme_cancelled(),
    room && row.placeName,
    ownEnd && m.programme_until({ time: formatTime(ownEnd, getLocale()) }),
    row.languages.some((code) => code !== 'fr') && languagesOf(row.languages),
  ].filter(Boolean);
  return (
    <div className="sheet__s">
      <small>{subjectOf(row) || row.track?.name}</small>
      <p>{row.status === 'cancelled' ? <s>{title}</s> : title}</p>
      {details.length > 0 ? <small>{details.join(' · ')}</small> : null}
    </div>
  );
}
