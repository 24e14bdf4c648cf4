import { sql } from 'kysely';
import type { NetworkScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';

/** The network that this site is of: the oldest group of kind 'network' that this person may see; undefined before anybody made one. */
export async function findNetwork(
  db: Executor,
  scope: NetworkScope,
): Promise<{ name: string; description: string; timeZone: string } | undefined> {
  return visibleGroups(db, scope)
    .select(['groups.name', 'groups.description', 'groups.timeZone'])
    .where('groups.kind', '=', 'network')
    .orderBy('groups.id')
    .limit(1)
    .executeTakeFirst();
}

/** Groups that this person may see, the network first, then by name. */
export async function listGroupsToMeet(
  db: Executor,
  scope: NetworkScope,
  { limit }: { limit: number },
): Promise<{ slug: string; name: string; country: string | null }[]> {
  return visibleGroups(db, scope)
    .select(['groups.slug', 'groups.name', 'groups.country'])
    .orderBy(sql`groups.kind = 'network'`, 'desc')
    .orderBy('groups.name')
    .limit(limit)
    .execute();
}

function visibleGroups(db: Executor, scope: NetworkScope) {
  const query = db.selectFrom('groups');
  if (scope.groupIds === 'all') return query;
  const own = [...scope.groupIds];
  return query.where((eb) => eb.or([eb('groups.visibility', '=', 'public'), ...(own.length > 0 ? [eb('groups.id', 'in', own)] : [])]));
}

/** How many organisations of how many countries the network knows; nobody's name. */
export async function countNetwork(db: Executor, _scope: NetworkScope): Promise<{ organisations: number; countries: number }> {
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
