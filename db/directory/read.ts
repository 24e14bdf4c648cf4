import { type ExpressionBuilder, sql } from 'kysely';
import type { OrganisationKind } from '#app/model/directory.ts';
import type { NetworkScope } from '#app/model/scope.ts';
import { nameKey } from '#app/model/text.ts';
import type { Executor } from '#db/client.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';
import type { DB } from '#db/schema.ts';

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

/** Condition on `people`: somebody of a group, or of a meeting, that the viewer may see. */
function knownPerson(eb: ExpressionBuilder<DB, 'people'>, scope: NetworkScope) {
  const { groupIds } = scope;
  if (groupIds === 'all') return eb.lit(true);
  return eb.or([
    eb.exists(
      eb
        .selectFrom('memberships')
        .innerJoin('groups', 'groups.id', 'memberships.groupId')
        .select('groups.id')
        .whereRef('memberships.personId', '=', 'people.id')
        .where((eb) =>
          eb.or([eb('groups.visibility', '=', 'public'), ...(groupIds.length > 0 ? [eb('groups.id', 'in', [...groupIds])] : [])]),
        ),
    ),
    eb.exists(
      eb
        .selectFrom('attendances')
        .innerJoin('meetings', 'meetings.id', 'attendances.meetingId')
        .select('meetings.id')
        .whereRef('attendances.personId', '=', 'people.id')
        .where(visibleMeetings(scope)),
    ),
  ]);
}

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
    .where('people.organisationId', 'in', [...organisationIds])
    .where((eb) => knownPerson(eb, scope))
    .orderBy(sql`lower(people.family_name)`)
    .orderBy('people.id')
    .limit(limit)
    .execute();
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
