import { countHit } from '#db/accounts/rate-limits.ts';
import type { Services } from '#server/services.ts';
import { keyedHash } from './secrets.ts';

export interface RateLimit {
  /** What is limited: 'sign-in by address'. */
  what: string;
  /** Who is counted: an address of either kind. Kept as a keyed hash, never in clear. */
  who: string;
  times: number;
  everyMinutes: number;
}

/** Counts one attempt; false when there were too many in this window. Counted in the database, so all nodes count together. */
export async function withinLimit(services: Services, { what, who, times, everyMinutes }: RateLimit): Promise<boolean> {
  const window = everyMinutes * 60_000;
  const start = Math.floor(services.clock.now().epochMilliseconds / window) * window;
  const windowStart = Temporal.Instant.fromEpochMilliseconds(start).toString();
  const hits = await countHit(services.db, keyedHash(services.env, what, who).toString('base64url'), windowStart);
  return hits <= times;
}
