import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, sentenceCase } from '#app/model/format-when.ts';
import { shortMonth } from '#app/model/when-in-margin.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';

interface EditionDaysProps {
  edition: { slug: string };
  days: readonly { day: string; count: number; slots: number }[];
}

/** The days of an edition, each leading to its place in the programme. */
export function EditionDays({ edition, days }: EditionDaysProps) {
  const programme = `/editions/${edition.slug}/programme`;
  return (
    <section aria-labelledby="t-days">
      <div className="sect__h">
        <h2 id="t-days">{m.programme_programme()}</h2>
        <A to={programme}>{m.programme_see_all()}</A>
      </div>
      {days.length === 0 ? (
        <p className="meta">{m.programme_empty()}</p>
      ) : (
        <ol className="ledger">
          {days.map(({ day, count, slots }) => (
            <li className="ledger__row" key={day}>
              <div className="ledger__m">
                <b>{Number(day.slice(8))}</b>
                {shortMonth(day, getLocale())}
              </div>
              <div className="ledger__b">
                <h3>
                  <A to={`${programme}#d${day}`}>{sentenceCase(formatDay(day, getLocale(), { weekday: true }))}</A>
                </h3>
                <p className="meta">{m.programme_day_summary({ sessions: m.programme_sessions({ count }), slots })}</p>
              </div>
            </li>
          ))}
        </ol>
      )}
      <p className="row edition-cta">
        <A className="btn" to={programme}>
          {m.programme_see_programme()}
        </A>
        <a className="btn btn--line" href={`/feeds/editions/${edition.slug}.ics`}>
          <Icon name="calendar-plus" />
          {m.programme_to_calendar()}
        </a>
      </p>
    </section>
  );
}
