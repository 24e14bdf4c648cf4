import type { CSSProperties } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import type { ProgrammeRoom, ProgrammeSlot } from '#app/model/programme-draft.ts';
import { seatsWords } from './change-words.ts';
import { DropPlace } from './grid-cell.tsx';
import { SessionTile } from './session-tile.tsx';
import { dayTitle, hoursWords, slotKindName, slotWords } from './slot-words.ts';
import type { Placing } from './use-placing.ts';

interface PrepareGridProps {
  edition: string;
  placing: Placing;
}

/** Days, hours and rooms as tables; on phones each hour is a list of its rooms. */
export function PrepareGrid({ edition, placing }: PrepareGridProps) {
  const { slots, rooms, sessions } = placing.programme;
  const roomless = rooms.length === 0 || sessions.some((session) => session.slotId !== null && session.roomId === null);
  const days = [...Map.groupBy(slots, (slot) => slot.day)];
  return days.map(([day, ofDay]) => (
    <div className="pr-day" key={day}>
      <h2 id={`day-${day}`}>{dayTitle(day)}</h2>
      {/* a wide grid scrolls by itself, from the keyboard too */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached */}
      <section className="pr-scroll" tabIndex={0} aria-labelledby={`day-${day}`}>
        <table className="pr-grid" style={{ '--rooms': rooms.length + (roomless ? 1 : 0) } as CSSProperties}>
          <thead>
            <tr>
              <th scope="col">{m.prepare_hour()}</th>
              {rooms.map((room) => (
                <th scope="col" key={room.id}>
                  {room.name}
                  <small>{seatsWords(room.capacity)}</small>
                </th>
              ))}
              {roomless ? <th scope="col">{m.prepare_no_room()}</th> : null}
            </tr>
          </thead>
          <tbody>
            {ofDay.map((slot) => (
              <SlotRow key={slot.id} {...{ slot, rooms, roomless, edition, placing }} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  ));
}

function SlotRow({
  slot,
  rooms,
  roomless,
  edition,
  placing,
}: PrepareGridProps & { slot: ProgrammeSlot; rooms: readonly ProgrammeRoom[]; roomless: boolean }) {
  const label = frenchSpaces(slot.label) || (slot.kind === 'sessions' ? '' : slotKindName(slot.kind));
  const columns: (ProgrammeRoom | null)[] = roomless ? [...rooms, null] : [...rooms];
  return (
    <tr className={`pr-slot pr-slot--${slot.kind}`}>
      <th scope="row">
        {hoursWords(slot)}
        {label && slot.kind !== 'break' ? <small>{label}</small> : null}
      </th>
      {slot.kind === 'break' ? (
        <td className="pr-break" colSpan={columns.length}>
          {label}
        </td>
      ) : (
        columns.map((room) => {
          const cell = { slotId: slot.id, roomId: room?.id ?? null };
          const here = placing.programme.sessions.filter((one) => one.slotId === cell.slotId && one.roomId === cell.roomId);
          const name = room?.name ?? m.prepare_no_room();
          return (
            <DropPlace key={room?.id ?? ''} as="td" cell={cell} label={`${name}, ${slotWords(slot)}`} placing={placing}>
              <p className="pr-cell__r">{name}</p>
              {here.length > 0 ? (
                <ul>
                  {here.map((session) => (
                    <SessionTile key={session.id} {...{ session, edition, placing }} />
                  ))}
                </ul>
              ) : (
                <p className="pr-cell__free">{m.prepare_free()}</p>
              )}
            </DropPlace>
          );
        })
      )}
    </tr>
  );
}
