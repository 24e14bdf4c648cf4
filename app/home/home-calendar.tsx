import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { whenInMargin } from '#app/model/when-in-margin.ts';
import { A } from '#app/ui/link.tsx';
import { MonthBar, monthName } from '#app/ui/month/month-bar.tsx';
import { MonthTable } from '#app/ui/month/month-table.tsx';
import type { MonthItem } from '#app/ui/month/month-weeks.ts';
import type { HomeData } from './home.route.tsx';

/** The month: a table on wide screens, a list on phones or when asked for. Every month is an address, `?m=2022-06`. */
export function HomeCalendar({ calendar: { month, view, items, undated }, today }: Pick<HomeData, 'calendar' | 'today'>) {
  const address = (other: string, how: typeof view) => `/?m=${other}${how === 'auto' ? '' : `&view=${how}`}#calendar`;
  const inMonth = items
    .filter((item) => item.from.slice(0, 7) <= month && item.until.slice(0, 7) >= month)
    .toSorted((a, b) => a.from.localeCompare(b.from));
  return (
    <section id="calendar" aria-labelledby="t-calendar">
      <div className="sect__h">
        <h2 id="t-calendar">{m.common_nav_calendar()}</h2>
        <A to="/subscribe">{m.common_subscribe()}</A>
      </div>
      <div className="cal-views" data-view={view}>
        <MonthBar month={month} thisMonth={today.slice(0, 7)} view={view} address={address} />
        <MonthTable month={month} caption={monthName(month)} today={today} items={items} moreTo={address(month, 'list')} />
        <MonthList items={inMonth} month={month} />
      </div>
      {undated.length > 0 ? (
        <div className="cal-undated">
          <h3>{m.home_undated()}</h3>
          <ul>
            {undated.map((row) => (
              <li key={row.slug}>
                <A className="ev ev--poll" to={`/meetings/${row.slug}`}>
                  {row.title}
                </A>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <ul className="legend" aria-label={m.home_legend()}>
        <li>
          <i className="ev--dalc" />
          {m.home_legend_groups()}
        </li>
        <li>
          <i className="ev--raict" />
          {m.common_nav_editions()}
        </li>
        <li>
          <i className="ev--ext" />
          {m.home_legend_others()}
        </li>
      </ul>
    </section>
  );
}

function MonthList({ items, month }: { items: MonthItem[]; month: string }) {
  if (items.length === 0) {
    return <p className="cal-list empty-line">{m.home_empty_month({ month: monthName(month) })}</p>;
  }
  return (
    <ol className="ledger cal-list">
      {items.map((item) => (
        <li className="ledger__row" key={item.key}>
          <div className="ledger__m">
            <Dates item={item} month={month} />
          </div>
          <div className="ledger__b">
            <h3>
              <A to={item.to}>{item.cancelled ? <s>{item.title}</s> : item.title}</A>
            </h3>
            {item.cancelled ? <p className="meta">{m.home_cancelled()}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Dates({ item, month }: { item: MonthItem; month: string }) {
  const when =
    item.from === item.until ? ({ kind: 'day', day: item.from } as const) : ({ kind: 'span', from: item.from, to: item.until } as const);
  const margin = whenInMargin({ ...when, toConfirm: false }, getLocale(), month.slice(0, 4));
  return (
    <>
      <b>{margin?.big}</b>
      {item.time || margin?.small}
    </>
  );
}
