import { touches } from '#app/model/place-on-days.ts';
import type { MonthItem } from '#app/ui/month/month-weeks.ts';
import type { Period } from './calendar-period.ts';
import type { CalendarEntry } from './entries.ts';

interface MonthContent {
  period: Period;
  entries: readonly CalendarEntry[];
  bars: readonly MonthItem[];
}

/** What the table of a month shows: the sessions of an edition stand behind its one bar. */
export function monthItems({ entries, bars }: Pick<MonthContent, 'entries' | 'bars'>): MonthItem[] {
  const behindBar = ({ session, from }: CalendarEntry) => session && bars.some((bar) => bar.from <= from && from <= bar.until);
  return [...bars, ...entries.filter((entry) => !behindBar(entry))];
}

/** What touches the month itself, and not only the days that complete its weeks. */
export function inMonth({ period, entries }: Pick<MonthContent, 'period' | 'entries'>): CalendarEntry[] {
  const { daysInMonth } = Temporal.PlainYearMonth.from(period.date);
  return entries.filter((entry) => touches(entry, `${period.date}-01`, `${period.date}-${daysInMonth}`));
}
