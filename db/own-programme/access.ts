import type { Viewer } from '#app/model/viewer.ts';
import type { Executor } from '#db/client.ts';

// What the gate asks before there is a scope. Only server/own-programme/access.ts imports this file.

/** The programme of a person, or of a visitor by the hash of their secret; undefined: nothing was chosen so far. */
export async function findOwnProgramme(
  db: Executor,
  { editionId, ...owner }: { editionId: string } & ({ personId: string } | { visitorHash: Buffer }),
): Promise<{ id: string } | undefined> {
  const query = db.selectFrom('ownProgrammes').select('id').where('editionId', '=', editionId);
  return ('personId' in owner ? query.where('personId', '=', owner.personId) : query.where('visitorHash', '=', owner.visitorHash))
    .limit(1)
    .executeTakeFirst();
}

export interface FeedOwner {
  id: string;
  editionId: string;
  editionName: string;
  timeZone: string;
  usedAt: string | null;
  /** Null: a visitor without an account. */
  owner: Viewer | null;
}

/** The programme behind the hash of its feed's secret; undefined: none, any more. */
export async function findProgrammeOfFeed(db: Executor, feedHash: Buffer): Promise<FeedOwner | undefined> {
  const row = await db
    .selectFrom('ownProgrammes')
    .innerJoin('editions', 'editions.id', 'ownProgrammes.editionId')
    .leftJoin('people', 'people.id', 'ownProgrammes.personId')
    .select(['ownProgrammes.id', 'ownProgrammes.editionId', 'ownProgrammes.feedUsedAt as usedAt'])
    .select(['editions.name as editionName', 'editions.timeZone'])
    .select(['people.id as personId', 'people.givenName', 'people.familyName', 'people.language'])
    .select(['people.timeZone as personZone', 'people.networkOrganiser'])
    .where('ownProgrammes.feedHash', '=', feedHash)
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, editionId, editionName, timeZone, usedAt, personId, givenName, familyName, language, personZone, networkOrganiser } = row;
  const known = personId !== null && givenName !== null && familyName !== null && language && personZone && networkOrganiser !== null;
  const owner = known ? { personId, givenName, familyName, language, timeZone: personZone, networkOrganiser } : null;
  return { id, editionId, editionName, timeZone, usedAt, owner };
}

/** Told at the first poll of an hour. */
export async function touchOwnFeed(db: Executor, id: string, now: string): Promise<void> {
  await db.updateTable('ownProgrammes').set({ feedUsedAt: now }).where('id', '=', id).execute();
}
