import { sql } from 'kysely';
import type { MeetingStatus } from '#app/model/meetings.ts';
import type { GroupScope, MeetingScope, NetworkScope, SeriesScope } from '#app/model/scope.ts';
import type { StandingPoint } from '#app/model/series.ts';
import type { Executor } from '#db/client.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';

/** The columns that say when a series meets (server/series/plan-of-series.ts reads them). */
export const RULE = ['series.rrule', 'series.firstDay', 'series.startTime', 'series.durationMinutes', 'series.timeZone'] as const;

/** The columns that its meetings are made from. */
export const TEMPLATE = [
  ...(['series.title', 'series.kind', 'series.visibility', 'series.summary', 'series.themes', 'series.countries'] as const),
  ...(['series.placeName', 'series.placeAddress', 'series.placeAccess', 'series.onlineUrl'] as const),
] as const;

/** A series as its pages show it; the online link is '' for whoever does not organise. */
export async function findSeries(db: Executor, scope: SeriesScope) {
  const row = await db
    .selectFrom('series')
    .innerJoin('groups', 'groups.id', 'series.groupId')
    .select(['series.id', 'series.revision', 'series.leftOut', 'series.agenda', 'groups.slug as groupSlug', 'groups.name as groupName'])
    .select([...RULE, ...TEMPLATE])
    .where('series.id', '=', scope.seriesId)
    .executeTakeFirstOrThrow();
  return { ...row, agenda: row.agenda as unknown as StandingPoint[], onlineUrl: scope.can.organise ? row.onlineUrl : '' };
}

export type SeriesDetails = Awaited<ReturnType<typeof findSeries>>;

/** The series of a group that have a meeting that this person may see, the newest first. `now` is an ISO instant. */
export async function listSeriesOfGroup(
  db: Executor,
  { group, network }: { group: GroupScope; network: NetworkScope },
  { now, limit }: { now: string; limit: number },
) {
  return db
    .selectFrom('series')
    .select(['series.id', 'series.title', ...RULE])
    .select((eb) =>
      eb
        .selectFrom('meetings')
        .select((of) => of.fn.countAll<number>().as('count'))
        .whereRef('meetings.seriesId', '=', 'series.id')
        .where('meetings.status', '<>', 'cancelled')
        .where(group.can.organise ? sql<boolean>`true` : visibleMeetings(network))
        .where(sql<boolean>`(meetings.during is null or upper(meetings.during) > ${now}::timestamptz)`)
        .as('toCome'),
    )
    .where('series.groupId', '=', group.groupId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('meetings')
          .select('meetings.id')
          .whereRef('meetings.seriesId', '=', 'series.id')
          .where(group.can.organise ? sql<boolean>`true` : visibleMeetings(network)),
      ),
    )
    .orderBy('series.createdAt', 'desc')
    .limit(limit)
    .execute();
}

export type SeriesInList = Awaited<ReturnType<typeof listSeriesOfGroup>>[number];

export interface MeetingOfSeries {
  id: string;
  slug: string;
  title: string;
  status: MeetingStatus;
  edtf: string;
  timeZone: string;
  startsAt: string | null;
  endsAt: string | null;
  /** The day that the rule gave, and the date that the series wrote. */
  seriesOn: string;
  seriesEdtf: string;
  minutesVersion: number | null;
}

/** The meetings of a series in the order of the rule's days; drafts for its organisers only. */
export async function listMeetingsOfSeries(
  db: Executor,
  scope: SeriesScope,
  network: NetworkScope,
  { limit }: { limit: number },
): Promise<MeetingOfSeries[]> {
  const rows = await db
    .selectFrom('meetings')
    .select(['id', 'slug', 'title', 'status', 'edtf', 'timeZone', 'seriesOn', 'seriesEdtf'])
    .select([
      sql<string | null>`lower(during)`.as('startsAt'),
      sql<string | null>`upper(during)`.as('endsAt'),
      sql<
        number | null
      >`(select max(v.number) from minutes_versions v join minutes on minutes.id = v.minutes_id where minutes.meeting_id = meetings.id)`.as(
        'minutesVersion',
      ),
    ])
    .where('seriesId', '=', scope.seriesId)
    .where(scope.can.organise ? sql<boolean>`true` : visibleMeetings(network))
    // the newest, should a series have lived for longer than a page
    .orderBy('seriesOn', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ seriesOn, seriesEdtf, ...row }) => ({ ...row, seriesOn: seriesOn ?? '', seriesEdtf: seriesEdtf ?? '' })).reverse();
}

/** The series that a meeting belongs to; null: none. */
export async function findSeriesOfMeeting(db: Executor, scope: MeetingScope) {
  const row = await db
    .selectFrom('meetings')
    .innerJoin('series', 'series.id', 'meetings.seriesId')
    .select(['series.id', 'meetings.seriesOn', ...RULE])
    .where('meetings.id', '=', scope.meetingId)
    .executeTakeFirst();
  return row ?? null;
}

/** The meetings before and after a day of the rule that this person may see, without cancelled ones. */
export async function findNeighbours(
  db: Executor,
  scope: MeetingScope,
  network: NetworkScope,
  { seriesId, on }: { seriesId: string; on: string },
) {
  const beside = (which: 'previous' | 'next') =>
    db
      .selectFrom('meetings')
      .select(['slug', 'edtf', 'timeZone'])
      .where('seriesId', '=', seriesId)
      .where('seriesOn', which === 'next' ? '>' : '<', on)
      .where('status', '<>', 'cancelled')
      .where(scope.can.organise ? sql<boolean>`true` : visibleMeetings(network))
      .orderBy('seriesOn', which === 'next' ? 'asc' : 'desc')
      .limit(1)
      .executeTakeFirst();
  const [previous, next] = await Promise.all([beside('previous'), beside('next')]);
  return { previous: previous ?? null, next: next ?? null };
}
