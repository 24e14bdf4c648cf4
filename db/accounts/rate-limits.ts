import type { Executor } from '#db/client.ts';

/** Adds one to a counter and returns it, in one statement: simultaneous attempts are all counted. */
export async function countHit(db: Executor, key: string, windowStart: string): Promise<number> {
  const row = await db
    .insertInto('rateLimits')
    .values({ key, windowStart })
    .onConflict((conflict) => conflict.columns(['key', 'windowStart']).doUpdateSet((row) => ({ hits: row('rateLimits.hits', '+', 1) })))
    .returning('hits')
    .executeTakeFirstOrThrow();
  return row.hits;
}
