import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatTime, sentenceCase } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { SessionState } from '#app/programme/session-card.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import type { OwnDay, OwnSession } from './own-days.ts';
import { StarForm } from './star-form.tsx';

interface OwnDayListProps {
  edition: string;
  days: readonly OwnDay[];
  count: number;
}

/** One's own programme, day by day and hour by hour, as it is printed too. */
export function OwnDayList({ edition, days, count }: OwnDayListProps) {
  if (count === 0)
    return (
      <div className="own__empty">
        <p className="lede">{m.own_programme_empty()}</p>
        <p className="meta">{m.own_programme_no_account()}</p>
        <A className="btn" to={`/editions/${edition}/programme`}>
          {m.own_programme_tab_all()}
        </A>
      </div>
    );
  return days.map(({ day, sessions }) => (
    <section className="pg__day" key={day} aria-labelledby={`d${day}`}>
      <div className="pg__d">
        <h2 id={`d${day}`}>
          {day ? sentenceCase(formatDay(day, getLocale(), { weekday: true, year: false })) : m.own_programme_no_hour()}
        </h2>
        <span className="meta">{m.programme_sessions({ count: sessions.length })}</span>
      </div>
      <ol className="own__list">
        {sessions.map((session) => (
          <OwnLine key={session.row.id} edition={edition} day={day} session={session} />
        ))}
      </ol>
    </section>
  ));
}

function OwnLine({ edition, day, session: { row, start, end, clash } }: { edition: string; day: string; session: OwnSession }) {
  const locale = getLocale();
  const title = frenchSpaces(row.title);
  return (
    <li className={clash ? 'own__line own__line--clash' : 'own__line'} id={`s-${row.id}`}>
      <p className="slot__t">
        {start ? <time dateTime={`${day}T${start}`}>{formatTime(start, locale)}</time> : null}
        {end ? <small>{m.programme_until({ time: formatTime(end, locale) })}</small> : null}
      </p>
      <div>
        <h3>
          <A to={`/meetings/${row.slug}`}>{row.status === 'cancelled' ? <s>{title}</s> : title}</A>
        </h3>
        {row.placeName ? <p className="meta">{row.placeName}</p> : null}
        {clash === 'first' || clash === null ? null : (
          <p className="ses__clash">
            <Icon name="warning" />
            {clash.previous ? m.own_programme_same_time() : m.own_programme_same_time_as({ title: frenchSpaces(clash.title) })}
          </p>
        )}
        <p className="own__state">
          <SessionState session={row} />
          {row.minutesVersion ? (
            <A className="ses__minutes" to={`/minutes/${row.slug}`}>
              <Icon name="file-text" />
              {m.programme_minutes()}
              <span className="vh">, {title}</span>
            </A>
          ) : null}
        </p>
      </div>
      <StarForm edition={edition} session={row} title={title} back={{ page: 'own' }} />
    </li>
  );
}
