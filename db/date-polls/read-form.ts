import { sql } from 'kysely';
import type { GroupScope, NetworkScope } from '#app/model/scope.ts';
import { nameKey } from '#app/model/text.ts';
import type { Executor } from '#db/client.ts';
import { knownPerson } from '#db/directory/known-people.ts';

export interface PersonToAsk {
  id: string;
  givenName: string;
  familyName: string;
  organisationName: string;
  reachable: boolean;
}

/** Members of the group of an organiser, by family name. */
export async function listMembersToAsk(db: Executor, scope: GroupScope, { limit }: { limit: number }): Promise<PersonToAsk[]> {
  if (!scope.can.organise) return [];
  return people(db)
    .innerJoin('memberships', 'memberships.personId', 'people.id')
    .where('memberships.groupId', '=', scope.groupId)
    .limit(limit)
    .execute();
}

/** People of the directory, as far as the organiser knows it, whose name or organisation begins like each word of `query`. */
export async function findPeopleToAsk(
  db: Executor,
  network: NetworkScope,
  { query, limit }: { query: string; limit: number },
): Promise<PersonToAsk[]> {
  const words = nameKey(query).split(' ').filter(Boolean).slice(0, 6);
  if (words.length === 0) return [];
  let found = people(db).where((eb) => knownPerson(eb, network));
  // a name key holds letters, digits and spaces only: nothing of it means something in a pattern
  for (const word of words)
    found = found.where(sql<boolean>`(' ' || people.name_key || ' ' || coalesce(organisations.name_key, '')) like ${`% ${word}%`}`);
  return found.limit(limit).execute();
}

/** Those of these people whom the organiser knows: members of the group, and people of the directory. */
export async function listChosenPeople(
  db: Executor,
  { group, network }: { group: GroupScope; network: NetworkScope },
  personIds: readonly string[],
): Promise<(PersonToAsk & { member: boolean })[]> {
  if (!group.can.organise || personIds.length === 0) return [];
  return people(db)
    .leftJoin('memberships', (join) => join.onRef('memberships.personId', '=', 'people.id').on('memberships.groupId', '=', group.groupId))
    .select((eb) => eb('memberships.personId', 'is not', null).$castTo<boolean>().as('member'))
    .where('people.id', 'in', [...personIds])
    .where((eb) => eb.or([eb('memberships.personId', 'is not', null), knownPerson(eb, network)]))
    .execute();
}

function people(db: Executor) {
  return db
    .selectFrom('people')
    .leftJoin('organisations', 'organisations.id', 'people.organisationId')
    .select(['people.id', 'people.givenName', 'people.familyName'])
    .select((eb) => [
      eb.fn.coalesce('organisations.name', sql<string>`''`).as('organisationName'),
      eb('people.email', 'is not', null).$castTo<boolean>().as('reachable'),
    ])
    .orderBy('people.familyName')
    .orderBy('people.givenName')
    .orderBy('people.id');
}
