import type { Executor } from '#db/client.ts';

/** What a mail to a person needs. */
export async function findPersonToWrite(db: Executor, personId: string) {
  return db
    .selectFrom('people')
    .select(['id', 'givenName', 'familyName', 'email', 'language', 'timeZone'])
    .where('id', '=', personId)
    .executeTakeFirst();
}

/** The person who reads mail at an address (lower case), if any. */
export async function findPersonByEmail(db: Executor, email: string) {
  return db.selectFrom('people').select(['id', 'givenName', 'familyName', 'language']).where('email', '=', email).executeTakeFirst();
}
