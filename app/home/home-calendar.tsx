import { EntryList } from '#app/calendar/entry-list.tsx';
import { inMonth, monthItems } from '#app/calendar/month-entries.ts';
import { UndatedEntries } from '#app/calendar/undated-entries.tsx';
import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';
import { MonthBar, monthName } from '#app/ui/month/month-bar.tsx';
import { MonthTable } from '#app/ui/month/month-table.tsx';
import type { HomeData } from './home.route.tsx';

/** The month: a table on wide screens, a list on phones or when asked for. Every month is an address, `?m=2022-06`. */
export function HomeCalendar({ calendar: { month, view, content, holidays }, today }: Pick<HomeData, 'calendar' | 'today'>) {
  const address = (other: string, how: typeof view) => `/?m=${other}${how === 'auto' ? '' : `&view=${how}`}#calendar`;
  const listed = inMonth(content);
  return (
    <section id="calendar" aria-labelledby="t-calendar">
      <div className="sect__h">
        <h2 id="t-calendar">{m.common_nav_calendar()}</h2>
        <A to="/subscribe">{m.common_subscribe()}</A>
      </div>
      <div className="cal-views" data-view={view}>
        <MonthBar month={month} thisMonth={today.slice(0, 7)} view={view} address={address} />
        <MonthTable
          {...{ month, today, holidays }}
          caption={monthName(month)}
          items={monthItems(content)}
          moreTo={address(month, 'list')}
        />
        {listed.length > 0 ? (
          <EntryList entries={listed} year={month.slice(0, 4)} />
        ) : (
          <p className="cal-list empty-line">{m.home_empty_month({ month: monthName(month) })}</p>
        )}
      </div>
      <UndatedEntries entries={content.undated.filter(({ within }) => within === month)} level="h3" />
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
        {content.entries.some(({ word }) => word) ? (
          <li>
            <i className="ev--out" />
            {m.calendar_outside()}
          </li>
        ) : null}
      </ul>
    </section>
  );
}
