import type { NetworkScope } from '#app/model/scope.ts';
import { type CalendarChoices, listCalendarChoices } from '#db/calendar/read-choices.ts';
import type { Services } from '#server/services.ts';
import { periodOf } from './calendar-period.ts';
import { type CalendarPlace, type PlaceFault, readPlace } from './calendar-place.ts';
import { checkFilters, filtersOf } from './check-filters.ts';
import { type ListContent, loadList } from './load-list.server.ts';
import { type Asked, loadPeriod, type PeriodContent } from './load-period.server.ts';
import { loadYear, type YearContent } from './load-year.server.ts';
import { publicHolidaysBetween } from './public-holidays-between.ts';

export type CalendarContent = PeriodContent | ListContent | YearContent;

export interface Calendar {
  place: CalendarPlace;
  /** What of the address could not be read, or names nothing. */
  faults: PlaceFault[];
  choices: CalendarChoices;
  /** IANA name of the clock of everything that is shown. */
  zone: string;
  /** 'YYYY-MM-DD' on that clock. */
  today: string;
  content: CalendarContent;
  /** Names of public holidays by day, of the days shown. */
  holidays: Record<string, string[]>;
}

/** What a calendar's address shows to whom the scope is of; `ownZone` is the reader's clock unless the address names another. */
export async function loadCalendar(
  services: Services,
  scope: NetworkScope,
  { params, ownZone, listSize }: { params: URLSearchParams; ownZone: string; listSize?: number },
): Promise<Calendar> {
  const now = services.clock.now();
  const todayIn = (zone: string) => now.toZonedDateTimeISO(zone).toPlainDate().toString();
  const choices = await listCalendarChoices(services.db, scope);
  const read = readPlace(params, todayIn(ownZone));
  const { place, faults } = checkFilters(read.place, choices);
  const zone = place.zone ?? ownZone;
  const asked: Asked = { place, filters: filtersOf(place), zone, today: todayIn(zone) };
  const content = await loadContent(services, scope, asked, listSize);
  if (content.as === 'list' && place.page && content.page !== place.page) read.faults.push({ in: 'page', given: String(place.page) });
  return {
    ...{ place, choices, zone, today: asked.today, content },
    faults: [...read.faults, ...faults],
    holidays: content.as === 'list' ? {} : publicHolidaysBetween(content.period.firstDay, content.period.lastDay),
  };
}

function loadContent(services: Services, scope: NetworkScope, asked: Asked, listSize?: number): Promise<CalendarContent> {
  const { view, date } = asked.place;
  if (view === 'list' && !date) return loadList(services, scope, asked, listSize);
  const period = periodOf(asked.place, asked.today);
  return view === 'year' ? loadYear(services, scope, asked, period) : loadPeriod(services, scope, asked, period);
}
