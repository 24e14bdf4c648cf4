import type { Viewer } from '#app/model/viewer.ts';
import type { Executor, Trx } from '#db/client.ts';

export interface NewSession {
  tokenHash: Buffer;
  personId: string;
  userAgent: string;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
}

export async function insertSession(trx: Trx, session: NewSession): Promise<{ id: string }> {
  return trx.insertInto('sessions').values(session).returning('id').executeTakeFirstOrThrow();
}

export interface LiveSession {
  id: string;
  lastSeenAt: string;
  viewer: Viewer;
}

/** The session with this hash that is neither ended nor expired at `now`, and whose it is. */
export async function findLiveSession(db: Executor, tokenHash: Buffer, now: string): Promise<LiveSession | undefined> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.personId')
    .select(['sessions.id', 'sessions.lastSeenAt', 'people.id as personId', 'people.givenName', 'people.familyName'])
    .select(['people.language', 'people.timeZone', 'people.networkOrganiser'])
    .where('sessions.tokenHash', '=', tokenHash)
    .where('sessions.revokedAt', 'is', null)
    .where('sessions.expiresAt', '>', now)
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, lastSeenAt, ...viewer } = row;
  return { id, lastSeenAt, viewer };
}

export async function touchSession(db: Executor, id: string, seen: { lastSeenAt: string; expiresAt: string }): Promise<void> {
  await db.updateTable('sessions').set(seen).where('id', '=', id).where('revokedAt', 'is', null).execute();
}

/** Ends sessions of one person; somebody else's id ends nothing. Returns how many ended. */
export async function revokeSessions(
  trx: Trx,
  { personId, which, now }: { personId: string; which: SessionChoice; now: string },
): Promise<number> {
  const ended = await trx
    .updateTable('sessions')
    .set({ revokedAt: now })
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .$if(which.only !== undefined, (query) => query.where('id', '=', which.only ?? null))
    .$if(which.except !== undefined, (query) => query.where('id', '<>', which.except ?? null))
    .executeTakeFirst();
  return Number(ended.numUpdatedRows);
}

/** One session, all but one, or all of them. */
export interface SessionChoice {
  only?: string;
  except?: string;
}

export async function findSessionOwner(db: Executor, id: string): Promise<{ personId: string } | undefined> {
  return db.selectFrom('sessions').select('personId').where('id', '=', id).executeTakeFirst();
}
