import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatWhen } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { firstDay, whenOf } from '#app/model/when.ts';
import { daysOf } from '#app/model/when-in-margin.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import type { HomeData } from './home.route.tsx';

export function LatestMinutes({ minutes }: Pick<HomeData, 'minutes'>) {
  return (
    <section aria-labelledby="t-minutes">
      <div className="sect__h">
        <h2 id="t-minutes">{m.home_latest_minutes()}</h2>
        <A to="/minutes">{m.home_all_minutes()}</A>
      </div>
      {minutes.length === 0 ? (
        <p className="meta">{m.home_no_minutes()}</p>
      ) : (
        <ul className="crs">
          {minutes.map((row) => (
            <li key={row.slug}>
              <h3>
                <A to={`/minutes/${row.slug}`}>{frenchSpaces(row.title)}</A>
              </h3>
              <p className="crs__k">
                <time dateTime={firstDay(whenOf(row.edtf))}>{dayOf(row)}</time>
                <span>{row.groupName}</span>
              </p>
              {row.takeAway ? (
                <p className="crs__q">
                  <Icon name="arrow-right" />
                  <span lang="fr">{frenchSpaces(row.takeAway)}</span>
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function dayOf(row: HomeData['minutes'][number]): string {
  const when = whenOf(row.edtf);
  const days = daysOf(when);
  // past days are known by their date
  if (days && days.from === days.to) return formatDay(days.from, getLocale());
  return formatWhen(when, { zone: row.timeZone, locale: getLocale() }).date;
}
