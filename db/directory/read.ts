import type { OrganisationKind } from '#app/model/directory.ts';
import type { NetworkScope } from '#app/model/scope.ts';
import { nameKey } from '#app/model/text.ts';
import type { Executor } from '#db/client.ts';
import { knownPerson } from './known-people.ts';

export interface OrganisationRow {
  id: string;
  name: string;
  kind: OrganisationKind;
  country: string;
}

export interface DirectoryFilter {
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  kinds: readonly OrganisationKind[];
  /** Free text, looked for in names of organisations (and of people, where they may be seen). */
  text: string;
}

/** Organisations that the viewer may know of, by name. `people`: whether names of people are searched too. */
export async function listOrganisations(
  db: Executor,
  scope: NetworkScope,
  filter: DirectoryFilter,
  { limit, offset, people }: { limit: number; offset: number; people: boolean },
): Promise<OrganisationRow[]> {
  return filtered(db, scope, filter, people)
    .select(['organisations.id', 'organisations.name', 'organisations.kind', 'organisations.country'])
    .orderBy('organisations.nameKey')
    .orderBy('organisations.country')
    .limit(limit)
    .offset(offset)
    .execute();
}

export interface Facets {
  total: number;
  /** Counted with every filter but the one of kinds, so that a reader sees what another choice would give. */
  kinds: { kind: OrganisationKind; count: number }[];
  /** Every country of the directory, most organisations first. */
  countries: { country: string; count: number }[];
}

export async function countOrganisations(db: Executor, scope: NetworkScope, filter: DirectoryFilter, people: boolean): Promise<Facets> {
  const kinds = await filtered(db, scope, { ...filter, kinds: [] }, people)
    .select((eb) => ['organisations.kind', eb.fn.countAll<number>().as('count')])
    .groupBy('organisations.kind')
    .execute();
  const countries = await filtered(db, scope, { country: null, kinds: [], text: '' }, people)
    .select((eb) => ['organisations.country', eb.fn.countAll<number>().as('count')])
    .groupBy('organisations.country')
    .orderBy('count', 'desc')
    .execute();
  const chosen = filter.kinds.length === 0 ? kinds : kinds.filter((one) => filter.kinds.includes(one.kind));
  return { total: chosen.reduce((sum, one) => sum + one.count, 0), kinds, countries };
}

function filtered(db: Executor, scope: NetworkScope, { country, kinds, text }: DirectoryFilter, people: boolean) {
  const key = nameKey(text);
  let query = db.selectFrom('organisations');
  if (scope.groupIds !== 'all')
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('people')
          .select('people.id')
          .whereRef('people.organisationId', '=', 'organisations.id')
          .where((eb) => knownPerson(eb, scope)),
      ),
    );
  if (country) query = query.where('organisations.country', '=', country);
  if (kinds.length > 0) query = query.where('organisations.kind', 'in', [...kinds]);
  if (key === '') return query;
  return query.where((eb) =>
    eb.or([
      eb('organisations.nameKey', 'like', `%${key}%`), // a key holds letters, digits and spaces only: nothing to escape
      ...(people
        ? [
            eb.exists(
              eb
                .selectFrom('people')
                .select('people.id')
                .whereRef('people.organisationId', '=', 'organisations.id')
                .where('people.nameKey', 'like', `%${key}%`)
                .where((eb) => knownPerson(eb, scope)),
            ),
          ]
        : []),
    ]),
  );
}

/** Names of organisations to propose in a form; at most `limit`, by name. */
export async function listOrganisationNames(db: Executor, scope: NetworkScope, { limit }: { limit: number }): Promise<string[]> {
  const rows = await filtered(db, scope, { country: null, kinds: [], text: '' }, false)
    .select('organisations.name')
    .orderBy('organisations.nameKey')
    .limit(limit)
    .execute();
  return rows.map((row) => row.name);
}
