import { isUndated, meetingEntry } from '#app/calendar/entries.ts';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { type When, whenOf } from '#app/model/when.ts';
import { whenInMargin } from '#app/model/when-in-margin.ts';
import { A } from '#app/ui/link.tsx';
import type { HomeData } from './home.route.tsx';

/** The meetings after the next one, on the page's clock as its calendar is; what has only a month, or no date yet, says so. */
export function AfterThat({ after, today, zone }: Pick<HomeData, 'after' | 'today' | 'zone'>) {
  return (
    <div className="next__side">
      <h2>{m.home_then()}</h2>
      {after.length === 0 ? (
        <p className="meta">{m.home_then_nothing()}</p>
      ) : (
        <ol className="ledger ledger--tight">
          {after.map((row) => {
            const entry = meetingEntry(row, zone);
            const margin = whenInMargin(isUndated(entry) ? whenOf(row.edtf) : daysShown(entry), getLocale(), today.slice(0, 4));
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
                  <p className="meta">{note(row, entry)}</p>
                </div>
              </li>
            );
          })}
        </ol>
      )}
    </div>
  );
}

function daysShown({ from, until }: { from: string; until: string }): When {
  return from === until ? { kind: 'day', day: from, toConfirm: false } : { kind: 'span', from, to: until, toConfirm: false };
}

function note(row: HomeData['after'][number], entry: ReturnType<typeof meetingEntry>): string {
  if (row.status === 'cancelled') return m.home_cancelled();
  if (isUndated(entry)) return m.home_date_to_set();
  const hours = entry.ownTime ? `${entry.range} (${entry.ownTime})` : entry.range;
  const place = row.placeName || (row.online ? m.home_online() : '');
  return [hours || m.home_time_to_confirm(), place, entry.toConfirm ? m.home_to_confirm() : ''].filter(Boolean).join(', ');
}
