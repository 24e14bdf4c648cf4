import type { SelfScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import type { Profile } from './write.ts';

export async function readProfile(db: Executor, { personId }: SelfScope): Promise<Profile & { email: string | null; revision: number }> {
  return db
    .selectFrom('people')
    .select(['givenName', 'familyName', 'language', 'timeZone', 'email', 'revision'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
}

const LISTED = 50;

/** Where a person is signed in, last used first; at most 50. */
export async function listSessions(db: Executor, { personId }: SelfScope, now: string) {
  return db
    .selectFrom('sessions')
    .select(['id', 'userAgent', 'createdAt', 'lastSeenAt'])
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('lastSeenAt', 'desc')
    .limit(LISTED)
    .execute();
}
