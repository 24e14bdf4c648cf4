import type { CSSProperties } from 'react';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatTime, sentenceCase } from '#app/model/format-when.ts';
import type { Session } from './programme.route.tsx';
import type { ProgrammeDay } from './programme-days.ts';
import { SessionCard } from './session-card.tsx';

/** A day: its slots in order, parallel sessions side by side on wide screens, one under the other by the hour on phones. */
export function ProgrammeDaySection({ day: { day, rooms, slots, count } }: { day: ProgrammeDay<Session> }) {
  const locale = getLocale();
  const columns = rooms.length || Math.min(4, Math.max(...slots.map((slot) => slot.sessions.length)));
  return (
    <section className="pg__day" aria-labelledby={`d${day}`}>
      <div className="pg__d">
        <h2 id={`d${day}`}>{sentenceCase(formatDay(day, locale, { weekday: true, year: false }))}</h2>
        <span className="meta">{m.programme_sessions({ count })}</span>
      </div>
      <div className={rooms.length > 0 ? 'slots' : 'slots slots--no-rooms'} style={{ '--columns': columns } as CSSProperties}>
        {rooms.length > 0 ? (
          <div className="slots__rooms" aria-hidden="true">
            <span />
            {rooms.map((room) => (
              <span key={room}>{room}</span>
            ))}
          </div>
        ) : null}
        {slots.map((slot) => (
          <div className="slot" key={slot.start}>
            <p className="slot__t">
              <time dateTime={`${day}T${slot.start}`}>{formatTime(slot.start, locale)}</time>
              {slot.end ? <small>{m.programme_until({ time: formatTime(slot.end, locale) })}</small> : null}
            </p>
            <ul>
              {slot.sessions.map(({ row, ownEnd }) => (
                <SessionCard
                  key={row.id}
                  session={row}
                  wide={slot.sessions.length === 1}
                  ownEnd={ownEnd}
                  column={rooms.indexOf(row.placeName)}
                />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
