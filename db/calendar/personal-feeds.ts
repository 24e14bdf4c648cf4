import type { SelfScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import type { Executor, Trx } from '#db/client.ts';

/** The feed behind a secret's hash, with its owner; undefined when it was revoked. */
export async function findPersonalFeed(
  db: Executor,
  tokenHash: Buffer,
): Promise<(Viewer & { id: string; lastUsedAt: string | null }) | undefined> {
  return db
    .selectFrom('personalFeeds')
    .innerJoin('people', 'people.id', 'personalFeeds.personId')
    .select(['personalFeeds.id', 'personalFeeds.lastUsedAt', 'people.id as personId'])
    .select(['people.givenName', 'people.familyName', 'people.language', 'people.timeZone', 'people.networkOrganiser'])
    .where('personalFeeds.tokenHash', '=', tokenHash)
    .where('personalFeeds.revokedAt', 'is', null)
    .executeTakeFirst();
}

/** Told at every poll that is an hour after the last one told. */
export async function touchPersonalFeed(db: Executor, id: string, now: string): Promise<void> {
  await db.updateTable('personalFeeds').set({ lastUsedAt: now }).where('id', '=', id).execute();
}

export interface PersonalFeedRow {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
}

/** One's feeds that work, newest first. */
export async function listPersonalFeeds(db: Executor, self: SelfScope, limit: number): Promise<PersonalFeedRow[]> {
  return db
    .selectFrom('personalFeeds')
    .select(['id', 'name', 'createdAt', 'lastUsedAt'])
    .where('personId', '=', self.personId)
    .where('revokedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export interface NewPersonalFeed {
  /** Made with the form: a second press makes no second feed. */
  id: string;
  personId: string;
  tokenHash: Buffer;
  name: string;
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
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Locks the person, so that feeds made at once are counted one after the other. */
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
