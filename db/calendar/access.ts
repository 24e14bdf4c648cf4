import type { FeedHolds } from '#app/model/calendar.ts';
import type { Viewer } from '#app/model/viewer.ts';
import type { Executor } from '#db/client.ts';

// What gates ask before there is a scope. Only server/*/access.ts imports this file.

/** The feed behind a secret's hash, with its owner; undefined when there is none, or it was revoked. */
export async function findPersonalFeed(
  db: Executor,
  tokenHash: Buffer,
): Promise<(Viewer & { id: string; lastUsedAt: string | null; holds: FeedHolds; alarmMinutes: number | null }) | undefined> {
  return db
    .selectFrom('personalFeeds')
    .innerJoin('people', 'people.id', 'personalFeeds.personId')
    .select(['personalFeeds.id', 'personalFeeds.lastUsedAt', 'personalFeeds.holds', 'personalFeeds.alarmMinutes', 'people.id as personId'])
    .select(['people.givenName', 'people.familyName', 'people.language', 'people.timeZone', 'people.networkOrganiser'])
    .where('personalFeeds.tokenHash', '=', tokenHash)
    .where('personalFeeds.revokedAt', 'is', null)
    .executeTakeFirst();
}

/** Told at the first poll of an hour. */
export async function touchPersonalFeed(db: Executor, id: string, now: string): Promise<void> {
  await db.updateTable('personalFeeds').set({ lastUsedAt: now }).where('id', '=', id).execute();
}
