import type { Language } from '#app/model/language.ts';
import type { Executor, Trx } from '#db/client.ts';

/** The person who reads mail at an address (lower case), if any. */
export async function findPersonByEmail(db: Executor, email: string) {
  return db.selectFrom('people').select(['id', 'givenName', 'familyName', 'language']).where('email', '=', email).executeTakeFirst();
}

/** The people among these few addresses, with where they work. */
export async function listPeopleByEmail(db: Executor, emails: string[]) {
  return db
    .selectFrom('people')
    .leftJoin('organisations', 'organisations.id', 'people.organisationId')
    .select(['people.id', 'people.givenName', 'people.familyName', 'people.email', 'organisations.name as organisation'])
    .where('people.email', 'in', emails)
    .execute();
}

export async function findPersonName(db: Executor, personId: string) {
  return db.selectFrom('people').select(['givenName', 'familyName']).where('id', '=', personId).executeTakeFirst();
}

export async function hasNetworkOrganiser(db: Executor): Promise<boolean> {
  return (await db.selectFrom('people').select('id').where('networkOrganiser', '=', true).limit(1).executeTakeFirst()) !== undefined;
}

export interface FirstOrganiser {
  givenName: string;
  familyName: string;
  nameKey: string;
  email: string;
  language: Language;
}

/** Makes the network organiser, or makes one of the person who has this address. */
export async function insertFirstOrganiser(trx: Trx, person: FirstOrganiser): Promise<{ id: string }> {
  return trx
    .insertInto('people')
    .values({ ...person, networkOrganiser: true })
    .onConflict((conflict) => conflict.column('email').doUpdateSet({ networkOrganiser: true }))
    .returning('id')
    .executeTakeFirstOrThrow();
}
