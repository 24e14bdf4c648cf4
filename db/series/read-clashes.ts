import { sql } from 'kysely';
import type { NetworkScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';
import { listOutsideEvents } from '#db/outside-events/read.ts';

/** Something else at the same time: a meeting of the network, or an event of others. */
export interface Clash {
  of: 'meeting' | 'outside';
  id: string;
  title: string;
  /** Of the meeting's page; null for an event of others. */
  slug: string | null;
  groupName: string;
  edtf: string;
  timeZone: string;
  /** ISO instants, [startsAt, endsAt). */
  startsAt: string;
  endsAt: string;
}

/** Instants, ISO 8601, [from, to). */
export interface TimeAsked {
  from: string;
  to: string;
}

/**
 * What else takes place at the given time, soonest first: meetings that this person may see (and, of a group that they
 * organise, its drafts) and events of others. Known to the day at least: « in September » clashes with nothing. Not
 * counted: what was cancelled, and the meetings of `exceptSeriesId`.
 */
export function listClashes(
  db: Executor,
  scope: NetworkScope,
  { from, to, ...rest }: TimeAsked & { limit: number; organisedGroupId?: string; exceptSeriesId?: string },
): Promise<Clash[]> {
  return listClashesAt(db, scope, { times: [{ from, to }], ...rest });
}

/** The same for several times at once. */
export async function listClashesAt(
  db: Executor,
  scope: NetworkScope,
  {
    times,
    limit,
    organisedGroupId,
    exceptSeriesId,
  }: { times: readonly TimeAsked[]; limit: number; organisedGroupId?: string; exceptSeriesId?: string },
): Promise<Clash[]> {
  if (times.length === 0) return [];
  const from = times.reduce((least, time) => (time.from < least ? time.from : least), times[0]?.from ?? '');
  const to = times.reduce((most, time) => (time.to > most ? time.to : most), '');
  const [meetings, outside] = await Promise.all([
    meetingsAt(db, scope, { times, limit, organisedGroupId, exceptSeriesId, from, to }),
    listOutsideEvents(db, scope, { from, to, limit }),
  ]);
  const events = outside.flatMap(({ startsAt, endsAt, edtf, ...event }): Clash[] =>
    startsAt && endsAt && knownToTheDay.test(edtf) && times.some((time) => overlap(time, { startsAt, endsAt }))
      ? [
          {
            of: 'outside',
            slug: null,
            startsAt,
            endsAt,
            edtf,
            id: event.id,
            title: event.title,
            timeZone: event.timeZone,
            groupName: event.groupName,
          },
        ]
      : [],
  );
  return [...meetings, ...events].sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt)).slice(0, limit);
}

/** Whether a clash is one with this time. */
export function overlap({ from, to }: TimeAsked, { startsAt, endsAt }: Pick<Clash, 'startsAt' | 'endsAt'>): boolean {
  return Temporal.Instant.compare(startsAt, to) < 0 && Temporal.Instant.compare(endsAt, from) > 0;
}

const knownToTheDay = /^\d{4}-\d\d-\d\d/;

async function meetingsAt(
  db: Executor,
  scope: NetworkScope,
  asked: {
    times: readonly TimeAsked[];
    limit: number;
    organisedGroupId: string | undefined;
    exceptSeriesId: string | undefined;
  } & TimeAsked,
): Promise<Clash[]> {
  const { times, limit, organisedGroupId, exceptSeriesId, from, to } = asked;
  const froms = times.map((time) => time.from);
  const tos = times.map((time) => time.to);
  let query = db
    .selectFrom('meetings')
    .innerJoin('groups', 'groups.id', 'meetings.groupId')
    .select(['meetings.id', 'meetings.title', 'meetings.slug', 'groups.name as groupName', 'meetings.edtf', 'meetings.timeZone'])
    .select([sql<string>`lower(meetings.during)`.as('startsAt'), sql<string>`upper(meetings.during)`.as('endsAt')])
    .where('meetings.status', '<>', 'cancelled')
    // no date covers more than a year (app/model/when.ts), which lets the window use an index
    .where(
      sql<boolean>`lower(meetings.during) > ${from}::timestamptz - interval '367 days' and lower(meetings.during) < ${to}::timestamptz`,
    )
    .where(sql<boolean>`meetings.edtf ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}'`)
    .where(
      sql<boolean>`exists (select from unnest(${froms}::timestamptz[], ${tos}::timestamptz[]) asked(f, t) where meetings.during && tstzrange(f, t))`,
    )
    .where((eb) => eb.or([visibleMeetings(scope), ...(organisedGroupId ? [eb('meetings.groupId', '=', organisedGroupId)] : [])]));
  if (exceptSeriesId) query = query.where('meetings.seriesId', 'is distinct from', exceptSeriesId);
  const rows = await query.orderBy(sql`lower(meetings.during)`).limit(limit).execute();
  return rows.map((row) => ({ of: 'meeting', ...row }));
}
