import { sql } from 'kysely';
import type { OrganisationScope, PersonScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import type { OrganisationRow } from './read.ts';

/** A person's record as its form shows it. */
export async function readPerson(db: Executor, { personId }: PersonScope) {
  return db
    .selectFrom('people')
    .leftJoin('organisations', 'organisations.id', 'people.organisationId')
    .select(['people.id', 'givenName', 'familyName', 'function', 'email', 'language', 'timeZone', 'revision', 'organisationId'])
    .select((eb) => eb.fn.coalesce('organisations.name', sql<string>`''`).as('organisation'))
    .where('people.id', '=', personId)
    .executeTakeFirstOrThrow();
}
export type PersonRecord = Awaited<ReturnType<typeof readPerson>>;

export async function readOrganisation(db: Executor, { organisationId }: OrganisationScope): Promise<OrganisationRow> {
  return db
    .selectFrom('organisations')
    .select(['id', 'name', 'kind', 'country'])
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow();
}
