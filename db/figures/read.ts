import { sql } from 'kysely';
import type { OrganisationKind } from '#app/model/directory.ts';
import type { EditionScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';
import { whoCame } from './came.ts';

type Edition = Pick<EditionScope, 'editionId'>;

/** Those who came to an edition by what is known of where they work; `country` '' when it is not. */
export async function countByWork(
  db: Executor,
  { editionId }: Edition,
): Promise<{ kind: OrganisationKind; country: string; people: number }[]> {
  const { rows } = await sql<{ kind: OrganisationKind; country: string; people: number }>`
    with ${whoCame([editionId])}
    select came.kind, coalesce(organisations.country, '') as country, count(*)::int as people
    from came
    left join people on people.id = came.who
    left join organisations on organisations.id = people.organisation_id
    group by 1, 2 order by people desc, 1, 2`.execute(db);
  return rows;
}

export interface EditionTotals {
  registered: number;
  came: number;
  organisations: number;
  /** Registered, and did not come. */
  missed: number;
  walkIns: number;
}

export async function countTotals(db: Executor, { editionId }: Edition): Promise<EditionTotals> {
  const { rows } = await sql<EditionTotals>`
    with ${whoCame([editionId])}, asked as (
      select registrations.came_as, exists (
        select from came where came.who in (registrations.person_id, registrations.id)
      ) as came
      from registrations where registrations.edition_id = ${editionId} and registrations.state = 'registered'
    )
    select
      (select count(*) from asked where came_as != 'walk_in')::int as registered,
      (select count(*) from came)::int as came,
      (select count(distinct lower(organisation)) from came where organisation != '')::int as organisations,
      (select count(*) from asked where came_as != 'walk_in' and not asked.came)::int as missed,
      (select count(*) from asked where came_as = 'walk_in')::int as "walkIns"`.execute(db);
  return rows[0] ?? { registered: 0, came: 0, organisations: 0, missed: 0, walkIns: 0 };
}

/** Sessions that this person may see, in order of time, with who registered for each and who was in it. */
export async function countBySession(db: Executor, { editionId, network }: Pick<EditionScope, 'editionId' | 'network'>) {
  return db
    .selectFrom('meetings')
    .select(['meetings.slug', 'meetings.title'])
    .select((eb) => [
      eb
        .selectFrom('sessionRegistrations')
        .select((count) => count.fn.countAll<number>().as('n'))
        .whereRef('sessionRegistrations.meetingId', '=', 'meetings.id')
        .where('sessionRegistrations.state', '=', 'registered')
        .$asScalar()
        .as('registered'),
      eb
        .selectFrom('attendances')
        .select((count) => count.fn.countAll<number>().as('n'))
        .whereRef('attendances.meetingId', '=', 'meetings.id')
        .where('attendances.checkedInAt', 'is not', null)
        .$asScalar()
        .as('came'),
    ])
    .where('meetings.editionId', '=', editionId)
    .where('meetings.status', '!=', 'cancelled')
    .where(visibleMeetings(network))
    .orderBy(sql`lower(meetings.during)`)
    .orderBy('meetings.id')
    .limit(400)
    .execute();
}

/** Themes of the sessions that this person may see: how many sessions, and how many people, each once, were at any of them. */
export async function countByTheme(db: Executor, { editionId, network }: Pick<EditionScope, 'editionId' | 'network'>) {
  return db
    .selectFrom('themes')
    .innerJoin('meetingThemes', 'meetingThemes.themeId', 'themes.id')
    .innerJoin('meetings', 'meetings.id', 'meetingThemes.meetingId')
    .leftJoin('attendances', (join) =>
      join.onRef('attendances.meetingId', '=', 'meetings.id').on('attendances.checkedInAt', 'is not', null),
    )
    .select('themes.name')
    .select((eb) => [
      eb.fn.count<number>('meetings.id').distinct().as('sessions'),
      eb.fn.count<number>('attendances.personId').distinct().as('came'),
    ])
    .where('meetings.editionId', '=', editionId)
    .where('meetings.status', '!=', 'cancelled')
    .where(visibleMeetings(network))
    .groupBy(['themes.id', 'themes.name'])
    .orderBy('came', 'desc')
    .orderBy('themes.name')
    .limit(100)
    .execute();
}

/** The editions of a group that have begun before `before` ('YYYY-MM-DD'), the latest twenty, oldest first. */
export async function countByYear(db: Executor, { groupId, before }: { groupId: string; before: string }) {
  const editions = await db
    .selectFrom('editions')
    .select(['id', 'slug', 'name', 'startsOn', 'endsOn'])
    .where('groupId', '=', groupId)
    .where('startsOn', '<', before)
    .orderBy('startsOn', 'desc')
    .limit(20)
    .execute();
  const ids = editions.map(({ id }) => id);
  const { rows } = await sql<{ editionId: string; registered: number; came: number }>`
    with ${whoCame(ids)}
    select ids.id as "editionId",
      (select count(*) from registrations
        where registrations.edition_id = ids.id and state = 'registered' and came_as != 'walk_in')::int as registered,
      (select count(*) from came where came.edition_id = ids.id)::int as came
    from unnest(${sql.val(ids)}::uuid[]) as ids (id)`.execute(db);
  const countsOf = new Map(rows.map((row) => [row.editionId, row]));
  return editions.toReversed().map(({ id, ...edition }) => ({ ...edition, registered: 0, came: 0, ...countsOf.get(id) }));
}
