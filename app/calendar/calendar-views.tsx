import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { sentenceCase } from '#app/model/format-when.ts';
import { clockOf } from '#app/model/time-zones.ts';
import type { AProps } from '#app/ui/link.tsx';
import { monthName } from '#app/ui/month/month-bar.tsx';
import { MonthTable } from '#app/ui/month/month-table.tsx';
import { CalendarBar, periodName } from './calendar-bar.tsx';
import { type CalendarPlace, dateIn, isNarrowed } from './calendar-place.ts';
import { EntryList } from './entry-list.tsx';
import { ListPages } from './list-pages.tsx';
import type { Calendar } from './load-calendar.server.ts';
import type { PeriodContent } from './load-period.server.ts';
import { inMonth, monthItems } from './month-entries.ts';
import { UndatedEntries } from './undated-entries.tsx';
import { WeekGrid } from './week-grid.tsx';
import { YearTables } from './year-tables.tsx';
import './calendar.css';

interface CalendarViewsProps {
  calendar: Pick<Calendar, 'place' | 'content' | 'today' | 'holidays' | 'zone'>;
  /** Addresses of this calendar's other places, and where they open. */
  address: (place: CalendarPlace) => string;
  target?: AProps['target'];
}

/** The calendar itself, in the view of its address: the same on its page and in other sites. */
export function CalendarViews({ calendar, address, target }: CalendarViewsProps) {
  const { place, content, today, holidays } = calendar;
  const period = content.as === 'list' ? null : content.period;
  const at = (view: CalendarPlace['view'], day: string) =>
    address({ ...place, view, date: dateIn(view, day), page: undefined, past: undefined });
  return (
    <>
      <div className="cal-views" data-view={place.view}>
        <CalendarBar {...{ place, period, today, address, target }} />
        <p className="meta cal-page__count" role="status">
          {countText(calendar)} <span className="cal-page__clock">{sentenceCase(clockOf(calendar.zone, getLocale()))}</span>
        </p>
        {content.as !== 'list' && content.tooMany ? <p className="hint">{m.calendar_too_many()}</p> : null}
        {content.as === 'list' ? <ListPages {...{ place, content, today, address, target }} /> : null}
        {content.as === 'year' ? (
          <YearTables
            {...{ content, today, holidays, target }}
            monthTo={(month) => at('month', `${month}-01`)}
            weekTo={(day) => at('week', day)}
          />
        ) : null}
        {content.as === 'period' && content.period.view === 'week' ? (
          <WeekGrid {...content.period} {...{ today, holidays }} entries={content.entries} bars={content.bars} />
        ) : null}
        {content.as === 'period' && content.period.view === 'month' ? (
          <>
            <MonthTable
              {...{ today, holidays, target }}
              month={content.period.date}
              caption={monthName(content.period.date)}
              items={monthItems(content)}
              moreTo={at('list', `${content.period.date}-01`)}
              weekTo={(monday) => at('week', monday)}
            />
            <EntryList entries={inMonth(content)} year={content.period.date.slice(0, 4)} />
          </>
        ) : null}
      </div>
      {content.as === 'year' ? null : <UndatedEntries entries={content.undated} />}
    </>
  );
}

/** How many take place, the same in every view; cancelled ones, which the views show too, are said apart. */
function countText({ place, content }: CalendarViewsProps['calendar']): string {
  const { count, cancelled } = countOf(content);
  const meetings = m.calendar_count_meetings({ count });
  if (cancelled > 0) return m.calendar_count_and_cancelled({ meetings, cancelled: m.calendar_count_cancelled({ count: cancelled }) });
  if (content.as === 'list' || count > 0) return meetings;
  const period = periodName(content.period);
  return isNarrowed(place) ? m.calendar_empty_filtered({ month: period }) : m.calendar_empty_month({ month: period });
}

function countOf(content: CalendarViewsProps['calendar']['content']): { count: number; cancelled: number } {
  if (content.as === 'list') return content;
  if (content.as === 'year') return { count: content.total, cancelled: content.cancelled };
  const own = shown(content).filter(({ word }) => word === '');
  const cancelled = own.filter((entry) => entry.cancelled).length;
  return { count: own.length - cancelled, cancelled };
}

const shown = (content: PeriodContent) => (content.period.view === 'month' ? inMonth(content) : content.entries);
