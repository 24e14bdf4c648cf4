import type { NetworkScope } from '#app/model/scope.ts';
import { countCalendarPage, listCalendarPage, listUndatedMeetings } from '#db/calendar/read-month.ts';
import type { Services } from '#server/services.ts';
import { LAST_PAGE } from './calendar-place.ts';
import { type CalendarEntry, isUndated, meetingEntry, type UndatedEntry } from './entries.ts';
import { loadOutside } from './load-outside.server.ts';
import type { Asked } from './load-period.server.ts';

const PAGE_SIZE = 50;
const MOST_UNDATED = 30;

export interface ListContent {
  as: 'list';
  past: boolean;
  /** In order of time; the newest first of what is over. Those of a month or a year stand where it begins. */
  entries: (CalendarEntry | UndatedEntry)[];
  /** Of which nobody knows even the year: after the last that is to come. */
  undated: UndatedEntry[];
  /** Meetings on all pages that take place, and cancelled ones, which are listed too; events of others are not counted. */
  count: number;
  cancelled: number;
  page: number;
  pages: number;
}

/** One page of what is to come, or of what is over; a page beyond the last is the last. */
export async function loadList(services: Services, scope: NetworkScope, asked: Asked, size = PAGE_SIZE): Promise<ListContent> {
  const { db, clock } = services;
  const { place, filters, zone } = asked;
  const past = place.past ?? false;
  const now = clock.now().toString();
  const { all, cancelled } = await countCalendarPage(db, scope, { now, past, filters });
  const pages = Math.min(Math.max(1, Math.ceil(all / size)), LAST_PAGE);
  const page = Math.min(place.page ?? 1, pages);
  const rows = await listCalendarPage(db, scope, { now, past, filters, limit: size, offset: (page - 1) * size });
  const undated = past || page < pages ? [] : await listUndatedMeetings(db, scope, { filters, limit: MOST_UNDATED });
  const [first, last] = [rows.at(0), rows.at(-1)];
  // events of others stand between the meetings of the page; the first and last pages are open towards their end
  const early = past ? (page < pages && last?.startsAt) || yearBefore(last?.startsAt ?? now) : (page > 1 && first?.startsAt) || now;
  const late = past ? (page > 1 && first?.startsAt) || now : (page < pages && last?.startsAt) || AFTER;
  const outside = await loadOutside(services, scope, { place, zone, from: early, to: late });
  const entries = [...rows.map((row) => meetingEntry(row, zone)), ...outside.filter((entry) => isOver(entry, asked.today) === past)];
  return {
    as: 'list',
    past,
    ...{ count: all - cancelled, cancelled },
    page,
    pages,
    undated: undated.map((row) => meetingEntry(row, zone)).filter(isUndated),
    entries: entries.sort((a, b) => (past ? -1 : 1) * beginning(a).localeCompare(beginning(b))),
  };
}

const yearBefore = (instant: string) =>
  Temporal.Instant.from(instant)
    .subtract({ hours: 24 * 365 })
    .toString();
const AFTER = '2200-01-01T00:00:00Z';

function isOver(entry: CalendarEntry | UndatedEntry, today: string): boolean {
  return 'until' in entry ? entry.until < today : entry.within < today.slice(0, entry.within.length);
}

const beginning = (entry: CalendarEntry | UndatedEntry) => ('from' in entry ? (entry.hours?.start ?? entry.from) : entry.within);
