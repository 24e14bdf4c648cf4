import type { Database } from '#db/client.ts';

/** Removes what has served its time: counters, links and sessions that ended before `now`. A link stays a month, so that it can say it was used. */
export async function sweepAccounts(db: Database, now: string): Promise<void> {
  const dayAgo = Temporal.Instant.from(now).subtract({ hours: 24 }).toString();
  const monthAgo = Temporal.Instant.from(now)
    .subtract({ hours: 30 * 24 })
    .toString();
  await db.deleteFrom('rateLimits').where('windowStart', '<', dayAgo).execute();
  await db.deleteFrom('linkTokens').where('expiresAt', '<', monthAgo).execute();
  await db
    .deleteFrom('sessions')
    .where((row) => row.or([row('expiresAt', '<', now), row('revokedAt', '<', monthAgo)]))
    .execute();
}
