import { sql } from 'kysely';
import type { OrganisationKind } from '#app/model/directory.ts';
import type { GroupKind, MembershipRole, Visibility } from '#app/model/groups.ts';
import type { GroupScope, NetworkScope } from '#app/model/scope.ts';
import { nameKey } from '#app/model/text.ts';
import type { Executor } from '#db/client.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';

export interface GroupRow {
  id: string;
  slug: string;
  name: string;
  kind: GroupKind;
  country: string | null;
  description: string;
  visibility: Visibility;
  /** The next meeting that the viewer may see; null: none is planned. */
  next: { slug: string; title: string; edtf: string; timeZone: string } | null;
}

/** Groups that the viewer may see, networks first, then by name. `now` is an ISO instant. */
export async function listGroups(db: Executor, scope: NetworkScope, { now, limit }: { now: string; limit: number }): Promise<GroupRow[]> {
  let query = db
    .selectFrom('groups')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('meetings')
          .select(['meetings.slug as nextSlug', 'meetings.title as nextTitle', 'meetings.edtf', 'meetings.timeZone as nextZone'])
          .whereRef('meetings.groupId', '=', 'groups.id')
          .where('meetings.status', '=', 'scheduled')
          .where(visibleMeetings(scope))
          .where(sql<boolean>`upper(meetings.during) > ${now}::timestamptz`)
          .orderBy(sql`lower(meetings.during)`)
          .limit(1)
          .as('next'),
      (join) => join.onTrue(),
    )
    .select(['groups.id', 'groups.slug', 'name', 'kind', 'country', 'description', 'visibility'])
    .select(['next.nextSlug', 'next.nextTitle', 'next.edtf', 'next.nextZone']);
  const { groupIds } = scope;
  if (groupIds !== 'all')
    query = query.where((eb) =>
      eb.or([eb('groups.visibility', '=', 'public'), ...(groupIds.length > 0 ? [eb('groups.id', 'in', [...groupIds])] : [])]),
    );
  const rows = await query
    .orderBy(sql`array_position(array['network', 'country', 'thematic'], groups.kind)`)
    .orderBy('groups.name')
    .limit(limit)
    .execute();
  return rows.map(({ nextSlug, nextTitle, edtf, nextZone, ...group }) => ({
    ...group,
    next: nextSlug && nextTitle && edtf && nextZone ? { slug: nextSlug, title: nextTitle, edtf, timeZone: nextZone } : null,
  }));
}

/** One group as its page and its form show it. */
export async function readGroup(db: Executor, scope: GroupScope) {
  return db
    .selectFrom('groups')
    .select(['id', 'slug', 'name', 'kind', 'country', 'description', 'visibility', 'timeZone', 'revision'])
    .where('id', '=', scope.groupId)
    .executeTakeFirstOrThrow();
}
export type GroupRecord = Awaited<ReturnType<typeof readGroup>>;

export interface MemberRow {
  personId: string;
  givenName: string;
  familyName: string;
  function: string;
  organisation: string;
  role: MembershipRole;
  /** Only for the group's organisers; null for everyone else, and where there is none. */
  email: string | null;
  /** Mails to the address came back; for organisers. */
  failing: boolean;
}

/** A group's members, organisers first, then by family name; nobody for whoever may not see them. `text` looks in names and organisations. */
export async function listMembers(
  db: Executor,
  scope: GroupScope,
  { limit, offset = 0, role, text = '' }: { limit: number; offset?: number; role?: MembershipRole; text?: string },
): Promise<MemberRow[]> {
  if (!scope.can.seeMembers) return [];
  let query = db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .leftJoin('organisations', 'organisations.id', 'people.organisationId')
    .select(['memberships.personId', 'people.givenName', 'people.familyName', 'people.function', 'memberships.role'])
    .select((eb) => eb.fn.coalesce('organisations.name', sql<string>`''`).as('organisation'))
    .select(sql<string | null>`case when ${scope.can.organise} then people.email end`.as('email'))
    .select(
      sql<boolean>`${scope.can.organise} and exists (select from failing_addresses f where f.address = lower(people.email))`.as('failing'),
    )
    .where('memberships.groupId', '=', scope.groupId);
  if (role) query = query.where('memberships.role', '=', role);
  const key = nameKey(text);
  if (key !== '')
    query = query.where((eb) => eb.or([eb('people.nameKey', 'like', `%${key}%`), eb('organisations.nameKey', 'like', `%${key}%`)]));
  return query
    .orderBy(sql`memberships.role <> 'organiser'`)
    .orderBy(sql`lower(people.family_name)`)
    .orderBy('people.id')
    .limit(limit)
    .offset(offset)
    .execute();
}

export async function countMembers(db: Executor, scope: GroupScope): Promise<number> {
  const row = await db
    .selectFrom('memberships')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('groupId', '=', scope.groupId)
    .executeTakeFirstOrThrow();
  return row.count;
}

export interface GroupOrganisation {
  id: string;
  name: string;
  kind: OrganisationKind;
}

/** The bodies that a group's members come from, by name: no personal data, so whoever sees the group sees them. */
export async function listOrganisationsOfGroup(
  db: Executor,
  scope: GroupScope,
  { limit }: { limit: number },
): Promise<GroupOrganisation[]> {
  return db
    .selectFrom('organisations')
    .select(['organisations.id', 'organisations.name', 'organisations.kind'])
    .where((eb) =>
      eb(
        'organisations.id',
        'in',
        eb
          .selectFrom('memberships')
          .innerJoin('people', 'people.id', 'memberships.personId')
          .select('people.organisationId')
          .where('memberships.groupId', '=', scope.groupId),
      ),
    )
    .orderBy('organisations.nameKey')
    .limit(limit)
    .execute();
}
