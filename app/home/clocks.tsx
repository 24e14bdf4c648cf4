import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatTime, localTime } from '#app/model/format-when.ts';
import { cityOf } from '#app/model/time-zones.ts';
import { boundsOf, type When } from '#app/model/when.ts';

const CITIES = ['Europe/Paris', 'America/Argentina/Buenos_Aires', 'America/Martinique', 'America/Bogota'];

/** The hour at which a meeting starts, in the four cities that stand for where the network lives. */
export function Clocks({ when, zone }: { when: When & { kind: 'time' }; zone: string }) {
  const start = boundsOf(when, zone)?.from;
  if (!start) return null;
  const locale = getLocale();
  const day = when.start.slice(0, 10);
  return (
    <div className="band-clocks">
      <div className="wrap">
        <p>{m.home_clocks({ day: formatDay(day, locale, { year: false }) })}</p>
        <dl className="clocks">
          {CITIES.map((city) => {
            const there = localTime(start, city);
            return (
              <div key={city}>
                <dt>{cityOf(city, locale)}</dt>
                <dd>
                  {formatTime(there.slice(11), locale)}
                  {there.startsWith(day) ? null : <small>{formatDay(there.slice(0, 10), locale, { weekday: true, year: false })}</small>}
                </dd>
              </div>
            );
          })}
        </dl>
      </div>
    </div>
  );
}
