import type { FeedHolds } from '#app/model/calendar.ts';
import type { Trx } from '#db/client.ts';

export interface NewPersonalFeed {
  /** Made with the form: a second press makes no second feed. */
  id: string;
  personId: string;
  tokenHash: Buffer;
  name: string;
  holds: FeedHolds;
  alarmMinutes: number | null;
  createdAt: string;
}

/** False: there is one of this id already. */
export async function insertPersonalFeed(trx: Trx, feed: NewPersonalFeed): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('personalFeeds')
    .values(feed)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** False: not this person's, or revoked before. */
export async function markFeedRevoked(trx: Trx, { id, personId, now }: { id: string; personId: string; now: string }): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('personalFeeds')
    .set({ revokedAt: now })
    .where('id', '=', id)
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Puts another secret in the place of a feed's. False: not this person's, or revoked before. */
export async function replaceSecret(
  trx: Trx,
  { id, personId, tokenHash, now }: { id: string; personId: string; tokenHash: Buffer; now: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('personalFeeds')
    // who used the old one did not use this one
    .set({ tokenHash, rotatedAt: now, lastUsedAt: null })
    .where('id', '=', id)
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Feeds of a person that work. Holds the person's row until the transaction ends, so that two at once are counted one after the other. */
export async function countPersonalFeeds(trx: Trx, personId: string): Promise<number> {
  await trx.selectFrom('people').select('id').where('id', '=', personId).forUpdate().executeTakeFirst();
  const { count } = await trx
    .selectFrom('personalFeeds')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}
