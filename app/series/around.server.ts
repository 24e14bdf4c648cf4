import { isDay } from '#app/model/when.ts';
import { findLastDayBefore, listFollowing } from '#db/series/read-following.ts';
import type { OrganisedSeries } from '#server/series/access.ts';
import type { Around } from '#server/series/first-day.ts';
import type { Services } from '#server/services.ts';

const MEETINGS = 300;

/** From where a series changes: the asked day when a meeting that has not begun stands for it, else the first that has not. */
export async function aroundOf(
  services: Services,
  scope: OrganisedSeries,
  { asked, timeZone }: { asked: string | null; timeZone: string },
): Promise<Around & { following: number }> {
  const now = services.clock.now();
  const all = await listFollowing(services.db, scope, { since: null, now: now.toString(), limit: MEETINGS });
  const following = all.filter(({ status }) => status !== 'cancelled');
  const known = asked && isDay(asked) ? following.find(({ seriesOn }) => seriesOn === asked) : undefined;
  const since = (known ?? following[0])?.seriesOn ?? null;
  const last = await findLastDayBefore(services.db, scope, since);
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  return { since, last, today, following: following.filter(({ seriesOn }) => since !== null && seriesOn >= since).length };
}
