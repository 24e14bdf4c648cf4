import { sql } from 'kysely';
import type { GroupScope, MeetingScope, NetworkScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

// What the form of a meeting offers to choose from.

/** Names of the themes in use, the most used first, then by name. */
export async function listThemeNames(db: Executor, _scope: NetworkScope | GroupScope | MeetingScope): Promise<string[]> {
  const rows = await db
    .selectFrom('themes')
    .leftJoin('meetingThemes', 'meetingThemes.themeId', 'themes.id')
    .select(['themes.name'])
    .groupBy('themes.id')
    .orderBy((eb) => eb.fn.count('meetingThemes.meetingId'), 'desc')
    .orderBy('themes.name')
    .limit(40)
    .execute();
  return rows.map((row) => row.name);
}

/** Zones in which a group's members are, the most frequent first. */
export async function listZonesOfGroup(db: Executor, scope: GroupScope | MeetingScope, { limit }: { limit: number }): Promise<string[]> {
  const rows = await db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .select('people.timeZone')
    .where('memberships.groupId', '=', scope.groupId)
    .groupBy('people.timeZone')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy('people.timeZone')
    .limit(limit)
    .execute();
  return rows.map((row) => row.timeZone);
}

export interface OrganisedGroupRow {
  slug: string;
  name: string;
}

/** Groups that the viewer organises, by name. */
export async function listOrganisedGroups(db: Executor, scope: NetworkScope): Promise<OrganisedGroupRow[]> {
  let query = db.selectFrom('groups').select(['groups.slug', 'groups.name']);
  if (scope.groupIds !== 'all') {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('memberships')
          .select('memberships.groupId')
          .whereRef('memberships.groupId', '=', 'groups.id')
          .where('memberships.personId', '=', scope.personId)
          .where('memberships.role', '=', 'organiser'),
      ),
    );
  }
  return query.orderBy(sql`lower(groups.name)`).limit(200).execute();
}
