import { sql } from 'kysely';
import type { NetworkScope } from '#app/model/scope.ts';
import { nameKey } from '#app/model/text.ts';
import type { Executor } from '#db/client.ts';
import { knownPerson } from './known-people.ts';

export interface PersonRow {
  id: string;
  organisationId: string | null;
  givenName: string;
  familyName: string;
  function: string;
  /** Whether the viewer may correct the record. */
  editable: boolean;
}

/** People of these organisations, by family name; for pages whose policy lets people be seen. Never their addresses. */
export async function listPeopleOf(
  db: Executor,
  scope: NetworkScope,
  organisationIds: readonly string[],
  { limit }: { limit: number },
): Promise<PersonRow[]> {
  if (organisationIds.length === 0) return [];
  return knownPeople(db, scope)
    .where('people.organisationId', 'in', [...organisationIds])
    .limit(limit)
    .execute();
}

/** People who belong to no organisation, found by `text` in their names; for the same pages. */
export async function listPeopleOfNone(
  db: Executor,
  scope: NetworkScope,
  { text, limit }: { text: string; limit: number },
): Promise<PersonRow[]> {
  const key = nameKey(text);
  let query = knownPeople(db, scope).where('people.organisationId', 'is', null);
  if (key !== '') query = query.where('people.nameKey', 'like', `%${key}%`);
  return query.limit(limit).execute();
}

function knownPeople(db: Executor, scope: NetworkScope) {
  return db
    .selectFrom('people')
    .select(['id', 'organisationId', 'givenName', 'familyName', 'function'])
    .select((eb) =>
      eb
        .or([
          eb.lit(scope.groupIds === 'all'),
          eb.exists(
            eb
              .selectFrom('memberships as theirs')
              .innerJoin('memberships as mine', 'mine.groupId', 'theirs.groupId')
              .select('mine.groupId')
              .whereRef('theirs.personId', '=', 'people.id')
              .where('mine.role', '=', 'organiser')
              .where('mine.personId', '=', scope.personId),
          ),
        ])
        .$castTo<boolean>()
        .as('editable'),
    )
    .where((eb) => knownPerson(eb, scope))
    .orderBy(sql`lower(people.family_name)`)
    .orderBy('people.id');
}
