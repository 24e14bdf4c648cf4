import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatTime, sentenceCase } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import type { OwnDay } from './own-days.ts';

/** One's own programme beside the whole one: hour by hour, with what runs at the same time. */
export function OwnAside({ edition, days, count }: { edition: string; days: readonly OwnDay[]; count: number }) {
  const locale = getLocale();
  return (
    <aside className="mine" aria-labelledby="t-mine">
      <h2 id="t-mine">
        {m.own_programme_title()}
        {count > 0 ? <span className="count">{count}</span> : null}
      </h2>
      {count === 0 ? (
        <>
          <p className="mine__empty">{m.own_programme_empty()}</p>
          <p className="meta">{m.own_programme_no_account()}</p>
        </>
      ) : null}
      {days.map(({ day, sessions }) => (
        <div key={day}>
          <h3>{day ? sentenceCase(formatDay(day, locale, { weekday: true, year: false })) : m.own_programme_no_hour()}</h3>
          <ol>
            {sessions.map(({ row, start, clash }) => (
              <li key={row.id} className={clash ? 'clash' : undefined}>
                {start ? <time dateTime={`${day}T${start}`}>{formatTime(start, locale)}</time> : null}
                <A to={`/meetings/${row.slug}`}>
                  {row.status === 'cancelled' ? <s>{frenchSpaces(row.title)}</s> : frenchSpaces(row.title)}
                </A>
                {row.placeName ? <small>{row.placeName}</small> : null}
                {row.status === 'cancelled' ? <small className="warn">{m.programme_cancelled()}</small> : null}
                {clash === 'first' || clash === null ? null : (
                  <small className="warn">
                    <Icon name="warning" />
                    {clash.previous ? m.own_programme_same_time() : m.own_programme_same_time_as({ title: frenchSpaces(clash.title) })}
                  </small>
                )}
              </li>
            ))}
          </ol>
        </div>
      ))}
      {count > 0 ? (
        <A className="btn btn--wide" to={`/editions/${edition}/my-programme`}>
          <Icon name="calendar-plus" />
          {m.own_programme_see()}
        </A>
      ) : (
        <a className="btn btn--line btn--wide" href={`/feeds/editions/${edition}.ics`}>
          <Icon name="calendar-plus" />
          {m.programme_to_calendar()}
        </a>
      )}
    </aside>
  );
}
