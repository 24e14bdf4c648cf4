import { placeOnDays, touches, windowOf } from '#app/model/place-on-days.ts';
import type { NetworkScope } from '#app/model/scope.ts';
import { whenOf } from '#app/model/when.ts';
import { listCalendarDates } from '#db/calendar/read-month.ts';
import { listEditions } from '#db/programme/read.ts';
import type { Services } from '#server/services.ts';
import { daysFrom, type Period } from './calendar-period.ts';
import { isNarrowed } from './calendar-place.ts';
import { isDated } from './entries.ts';
import { loadOutside } from './load-outside.server.ts';
import type { Asked } from './load-period.server.ts';

const MOST_MEETINGS = 5000;

/** How many take place on a day, cancelled ones left out. */
export interface DayCount {
  meetings: number;
  outside: number;
}

export interface YearMonth {
  /** 'YYYY-MM'. */
  month: string;
  /** Meetings on a day of the month, and those announced for the month without a day. */
  meetings: number;
  undated: number;
  outside: number;
  /** By day, 'YYYY-MM-DD'; days without anything are left out. */
  days: Record<string, DayCount>;
}

export interface YearContent {
  as: 'year';
  period: Period;
  months: YearMonth[];
  /** Meetings of the year that take place, each once, those that are announced for a month included. */
  total: number;
  /** Those of the year that do not take place. */
  cancelled: number;
  editions: { name: string; to: string; startsOn: string; endsOn: string }[];
  tooMany: boolean;
}

/** How much takes place in a year, month by month and day by day. */
export async function loadYear(services: Services, scope: NetworkScope, asked: Asked, period: Period): Promise<YearContent> {
  const { place, filters, zone } = asked;
  const { firstDay, lastDay } = period;
  const window = windowOf(firstDay, lastDay, zone);
  const [dates, outside, editions] = await Promise.all([
    listCalendarDates(services.db, scope, { ...window, filters, limit: MOST_MEETINGS }),
    loadOutside(services, scope, { place, zone, ...window }),
    isNarrowed(place) ? [] : listEditions(services.db, scope, { from: firstDay, to: lastDay, limit: 10 }),
  ]);
  const months = Array.from({ length: 12 }, (_, index) => emptyMonth(`${period.date}-${String(index + 1).padStart(2, '0')}`));
  let [total, cancelled] = [0, 0];
  for (const { edtf, timeZone, status } of dates) {
    const when = whenOf(edtf);
    const days = placeOnDays(when, timeZone, zone);
    const inMonth = months.find(({ month }) => when.kind === 'month' && month === when.month);
    const ofYear = inMonth !== undefined || (days !== null && touches(days, firstDay, lastDay));
    if (status === 'cancelled') {
      if (ofYear) cancelled += 1;
      continue;
    }
    if (days) count(months, days, 'meetings');
    if (inMonth) inMonth.undated += 1;
    if (ofYear) total += 1;
  }
  for (const entry of outside) if (isDated(entry)) count(months, entry, 'outside');
  return {
    ...{ as: 'year', period, months, total, cancelled, tooMany: dates.length === MOST_MEETINGS },
    editions: editions.map(({ slug, name, startsOn, endsOn }) => ({ name, startsOn, endsOn, to: `/editions/${slug}` })).reverse(),
  };
}

const emptyMonth = (month: string): YearMonth => ({ month, meetings: 0, undated: 0, outside: 0, days: {} });

function count(months: YearMonth[], days: { from: string; until: string }, what: keyof DayCount): void {
  for (const month of months) {
    const [first, last] = [`${month.month}-01`, `${month.month}-${Temporal.PlainYearMonth.from(month.month).daysInMonth}`];
    if (!touches(days, first, last)) continue;
    month[what] += 1;
    for (const day of daysFrom(days.from > first ? days.from : first, days.until < last ? days.until : last)) {
      month.days[day] ??= { meetings: 0, outside: 0 };
      month.days[day][what] += 1;
    }
  }
}
