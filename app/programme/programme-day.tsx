import type { CSSProperties } from 'react';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatTime, sentenceCase } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import type { Session } from './load-programme.server.ts';
import type { ProgrammeDay, Slot } from './programme-days.ts';
import { SessionCard } from './session-card.tsx';

interface ProgrammeDayProps {
  edition: string;
  day: ProgrammeDay<Session>;
  /** The filters of the page, as they stand in its address. */
  query: string;
}

/** A day: its slots in order, parallel sessions side by side on wide screens, one under the other by the hour on phones. */
export function ProgrammeDaySection({ edition, day: { day, rooms, slots, count }, query }: ProgrammeDayProps) {
  const columns = rooms.length || Math.min(4, Math.max(1, ...slots.map((slot) => slot.sessions.length)));
  const roomsKnown = rooms.length > 0;
  return (
    <section className="pg__day" aria-labelledby={`d${day}`}>
      <div className="pg__d">
        <h2 id={`d${day}`}>{sentenceCase(formatDay(day, getLocale(), { weekday: true, year: false }))}</h2>
        <span className="meta">{m.programme_sessions({ count })}</span>
      </div>
      <div
        className={roomsKnown ? `slots${columns > 4 ? ' slots--many' : ''}` : 'slots slots--no-rooms'}
        style={{ '--columns': columns } as CSSProperties}
      >
        {roomsKnown ? (
          <div className="slots__rooms" aria-hidden="true">
            <span />
            {rooms.map((room) => (
              <span key={room}>{room}</span>
            ))}
          </div>
        ) : null}
        {slots.map((slot) => (
          <div className={slot.kind === 'break' ? 'slot slot--break' : 'slot'} key={`${slot.start} ${slot.label}`}>
            <SlotTime day={day} slot={slot} />
            {slot.sessions.length > 0 ? (
              <ul>
                {slot.sessions.map(({ row, ownEnd }) => (
                  <SessionCard
                    key={row.id}
                    {...{ edition, ownEnd, query }}
                    session={row}
                    wide={slot.kind === 'plenary'}
                    column={rooms.indexOf(row.placeName)}
                  />
                ))}
              </ul>
            ) : (
              <p className="slot__label">{frenchSpaces(slot.label) || m.programme_break()}</p>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}

/** « 10 h 30 à 12 h 30 », with a word when the hour may still change. */
export function SlotTime({ day, slot: { start, end, toConfirm } }: { day: string; slot: Slot<unknown> }) {
  const locale = getLocale();
  return (
    <p className="slot__t">
      <time dateTime={`${day}T${start}`}>{formatTime(start, locale)}</time>
      {end ? <small>{m.programme_until({ time: formatTime(end, locale) })}</small> : null}
      {toConfirm ? <small className="slot__confirm">{m.programme_to_confirm()}</small> : null}
    </p>
  );
}
