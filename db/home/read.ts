import { sql } from 'kysely';
import type { NetworkScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';

/** The network that this site is of: its oldest public group of kind 'network'; undefined before anybody made one. */
export async function findNetwork(db: Executor): Promise<{ name: string; description: string; timeZone: string } | undefined> {
  return db
    .selectFrom('groups')
    .select(['name', 'description', 'timeZone'])
    .where('kind', '=', 'network')
    .where('visibility', '=', 'public')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

/** Groups that this person may see, the network first, then by name. */
export async function listGroupsToMeet(
  db: Executor,
  scope: NetworkScope,
  { limit }: { limit: number },
): Promise<{ slug: string; name: string; country: string | null }[]> {
  let query = db.selectFrom('groups').select(['slug', 'name', 'country']);
  if (scope.groupIds !== 'all') {
    const own = [...scope.groupIds];
    query = query.where((eb) => eb.or([eb('visibility', '=', 'public'), ...(own.length > 0 ? [eb('id', 'in', own)] : [])]));
  }
  return query.orderBy(sql`kind = 'network'`, 'desc').orderBy('name').limit(limit).execute();
}

/** How many organisations of how many countries the network knows; nobody's name. */
export async function countNetwork(db: Executor): Promise<{ organisations: number; countries: number }> {
  return db
    .selectFrom('organisations')
    .select((eb) => [eb.fn.countAll<number>().as('organisations'), eb.fn.count<number>('country').distinct().as('countries')])
    .executeTakeFirstOrThrow();
}

/** The take-away that the newest version of each of these meetings' minutes shows first, by the meeting's slug. */
export async function listFirstTakeAways(db: Executor, scope: NetworkScope, slugs: readonly string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const rows = await db
    .selectFrom('minutesVersions')
    .innerJoin('minutes', 'minutes.id', 'minutesVersions.minutesId')
    .innerJoin('meetings', 'meetings.id', 'minutes.meetingId')
    .distinctOn('minutes.id')
    .select(['meetings.slug'])
    .select(
      sql<string | null>`(select string_agg(run ->> 'text', '' order by place)
        from jsonb_array_elements(minutes_versions.content::jsonb #> '{highlights,0,inline}') with ordinality as runs(run, place))`.as(
        'text',
      ),
    )
    .where(visibleMeetings(scope))
    .where('meetings.slug', 'in', [...slugs])
    .orderBy('minutes.id')
    .orderBy('minutesVersions.number', 'desc')
    .execute();
  return new Map(rows.flatMap(({ slug, text }) => (text ? [[slug, text]] : [])));
}

/** Whether the person is invited to a meeting. */
export async function isInvited(db: Executor, scope: NetworkScope, meetingId: string): Promise<boolean> {
  if (!scope.personId) return false;
  const row = await db
    .selectFrom('attendances')
    .select('id')
    .where('meetingId', '=', meetingId)
    .where('personId', '=', scope.personId)
    .executeTakeFirst();
  return row !== undefined;
}
