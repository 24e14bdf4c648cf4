import type { SeriesScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { type Following, findTakenDays } from '#db/series/read-following.ts';
import type { DateRow } from './date-rows.ts';

/**
 * The dates that the following meetings may have, and those that another meeting of the series stands for already: one that
 * was put forward by hand, and has begun, keeps the day that the rule gave it.
 */
export async function splitTaken(
  db: Executor,
  scope: SeriesScope,
  { kept, following }: { kept: readonly DateRow[]; following: readonly Following[] },
): Promise<{ free: DateRow[]; taken: DateRow[] }> {
  const days = await findTakenDays(db, scope, { days: kept.map(({ on }) => on), except: following.map(({ id }) => id) });
  return { free: kept.filter(({ on }) => !days.has(on)), taken: kept.filter(({ on }) => days.has(on)) };
}
