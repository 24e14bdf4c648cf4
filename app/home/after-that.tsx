import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatWhen } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { whenOf } from '#app/model/when.ts';
import { whenInMargin } from '#app/model/when-in-margin.ts';
import { A } from '#app/ui/link.tsx';
import type { HomeData } from './home.route.tsx';

/** The meetings after the next one; what has only a month, or no date yet, says so. */
export function AfterThat({ after, today }: Pick<HomeData, 'after' | 'today'>) {
  return (
    <div className="next__side">
      <h2>{m.home_then()}</h2>
      {after.length === 0 ? (
        <p className="meta">{m.home_then_nothing()}</p>
      ) : (
        <ol className="ledger ledger--tight">
          {after.map((row) => {
            const margin = whenInMargin(whenOf(row.edtf), getLocale(), today.slice(0, 4));
            return (
              <li className="ledger__row" key={row.id}>
                <div className="ledger__m">
                  <b>{margin?.big ?? m.home_unknown_big()}</b>
                  {margin?.small}
                </div>
                <div className="ledger__b">
                  <h3>
                    <A to={`/meetings/${row.slug}`}>
                      {row.status === 'cancelled' ? <s>{frenchSpaces(row.title)}</s> : frenchSpaces(row.title)}
                    </A>
                  </h3>
                  <p className="meta">{note(row)}</p>
                </div>
              </li>
            );
          })}
        </ol>
      )}
    </div>
  );
}

function note(row: HomeData['after'][number]): string {
  const when = whenOf(row.edtf);
  if (row.status === 'cancelled') return m.home_cancelled();
  if (when.kind === 'month' || when.kind === 'year' || when.kind === 'unknown') return m.home_date_to_set();
  const { time } = formatWhen(when, { zone: row.timeZone, locale: getLocale() });
  const place = row.placeName || (row.online ? m.home_online() : '');
  const parts = [time ?? m.home_time_to_confirm(), place, when.toConfirm ? m.home_to_confirm() : ''];
  return parts.filter(Boolean).join(', ');
}
