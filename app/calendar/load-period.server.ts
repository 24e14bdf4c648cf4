import type { FeedFilters } from '#app/model/feed-filters.ts';
import { touches, windowOf } from '#app/model/place-on-days.ts';
import type { NetworkScope } from '#app/model/scope.ts';
import type { MonthItem } from '#app/ui/month/month-weeks.ts';
import { listCalendarMeetings, listUndatedMeetings } from '#db/calendar/read-month.ts';
import { listEditions } from '#db/programme/read.ts';
import type { Services } from '#server/services.ts';
import type { Period } from './calendar-period.ts';
import { type CalendarPlace, isNarrowed } from './calendar-place.ts';
import { type CalendarEntry, editionItem, isDated, isUndated, meetingEntry, type UndatedEntry } from './entries.ts';
import { loadOutside } from './load-outside.server.ts';

const MOST_MEETINGS = 500;
const MOST_UNDATED = 30;

export interface PeriodContent {
  as: 'period';
  period: Period;
  /** What touches the days drawn, in order of time. */
  entries: CalendarEntry[];
  /** Editions, each a bar over its days. */
  bars: MonthItem[];
  undated: UndatedEntry[];
  /** There are more meetings than a page shows. */
  tooMany: boolean;
}

export interface Asked {
  place: CalendarPlace;
  filters: FeedFilters;
  /** IANA name of the calendar's clock. */
  zone: string;
  /** 'YYYY-MM-DD' on that clock. */
  today: string;
}

/** What takes place in a month or a week. */
export async function loadPeriod(services: Services, scope: NetworkScope, asked: Asked, period: Period): Promise<PeriodContent> {
  const { db } = services;
  const { place, filters, zone, today } = asked;
  const { firstDay, lastDay } = period;
  const window = windowOf(firstDay, lastDay, zone);
  const [rows, outside, undated, editions] = await Promise.all([
    listCalendarMeetings(db, scope, { ...window, filters, limit: MOST_MEETINGS }),
    loadOutside(services, scope, { place, zone, ...window }),
    // of a meeting without any date, no month that is over needs to speak
    period.lastDay >= today ? listUndatedMeetings(db, scope, { filters, limit: MOST_UNDATED }) : [],
    isNarrowed(place) ? [] : listEditions(db, scope, { from: firstDay, to: lastDay, limit: 10 }),
  ]);
  const found = [...[...rows, ...undated].map((row) => meetingEntry(row, zone)), ...outside];
  return {
    ...{ as: 'period', period, bars: editions.map(editionItem), tooMany: rows.length === MOST_MEETINGS },
    entries: found
      .filter(isDated)
      .filter((entry) => touches(entry, firstDay, lastDay))
      .sort(inOrder),
    undated: undatedOf(found, monthsOf(period)),
  };
}

/** By day, whole days first and the longest of them, then by hour. */
function inOrder(a: CalendarEntry, b: CalendarEntry): number {
  const start = (entry: CalendarEntry) => entry.hours?.start ?? entry.from;
  return start(a).localeCompare(start(b)) || b.until.localeCompare(a.until) || a.key.localeCompare(b.key);
}

function undatedOf(found: readonly (CalendarEntry | UndatedEntry)[], months: readonly string[]): UndatedEntry[] {
  const speaks = ({ within }: UndatedEntry) => months.some((month) => month.startsWith(within));
  const nearest = (a: UndatedEntry, b: UndatedEntry) => b.within.length - a.within.length || a.within.localeCompare(b.within);
  return found.filter(isUndated).filter(speaks).sort(nearest);
}

/** The months that a period is about: the one that it is named for, or those of its days. */
function monthsOf({ view, date, firstDay, lastDay }: Period): string[] {
  return view === 'month' ? [date] : [...new Set([firstDay.slice(0, 7), lastDay.slice(0, 7)])];
}
