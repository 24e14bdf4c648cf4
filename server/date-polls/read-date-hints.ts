import type { Locale } from '#app/locale.ts';
import { isPast, type PollDate, whenOfDate } from '#app/model/date-polls.ts';
import { holidaysOn } from '#app/model/public-holidays.ts';
import type { NetworkScope } from '#app/model/scope.ts';
import { boundsOf, missingHour } from '#app/model/when.ts';
import { type Clash, listClashesAt, overlap } from '#db/series/read-clashes.ts';
import type { Services } from '#server/services.ts';

/** What to know of a date before it is offered. */
export interface DateHints {
  /** It has begun already: nobody can meet then. */
  past: boolean;
  /** Public holidays of France that day, those of one overseas territory named as such. */
  holidays: string[];
  /** Meetings and events of others at that time. */
  clashes: Clash[];
}

const MOST = 60;
const MOST_OF_ONE = 3;

/** Hints for some dates, in their order; an hour that does not exist clashes with nothing. */
export async function readDateHints(
  services: Services,
  network: NetworkScope,
  { dates, durationMinutes, timeZone, locale }: { dates: readonly PollDate[]; durationMinutes: number; timeZone: string; locale: Locale },
): Promise<DateHints[]> {
  const times = dates.map((date) => {
    const missing = date.starts !== null && missingHour(`${date.day}T${date.starts}`, timeZone);
    return missing ? null : boundsOf(whenOfDate(date, durationMinutes, timeZone), timeZone);
  });
  const asked = times.filter((time) => time !== null);
  const clashes = asked.length > 0 ? await listClashesAt(services.db, network, { times: asked, limit: MOST }) : [];
  return dates.map((date, index) => {
    const time = times[index];
    return {
      past: isPast(date, timeZone, services.clock.now()),
      holidays: holidaysOn(date.day, locale).map((holiday) => holiday.name),
      clashes: time ? clashes.filter((clash) => overlap(time, clash)).slice(0, MOST_OF_ONE) : [],
    };
  });
}
