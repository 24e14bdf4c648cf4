import { sql } from 'kysely';
import type { EditionScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

export interface RoomCount {
  /** Null: the entrance of the edition. */
  meetingId: string | null;
  slug: string;
  title: string;
  room: string;
  /** ISO instant; null: no hour is fixed. */
  startsAt: string | null;
  inside: number;
  /** Who came in, also if they left since. */
  came: number;
  expected: number;
  /** Null: nobody knows. */
  capacity: number | null;
}

/**
 * Who is in each session of an edition, was in it, and was expected there, by hour; at most 400. Who came is told by the
 * attendances, which a check at a door marks as an organiser's tick does: minutes and figures count the same.
 */
export async function countRooms(db: Executor, { editionId }: EditionScope): Promise<RoomCount[]> {
  const { rows } = await sql<RoomCount>`
    with last as (
      select distinct on (meeting_id, registration_id) meeting_id, kind from check_in_events
      where edition_id = ${editionId} and meeting_id is not null and outcome = 'counted'
      order by meeting_id, registration_id, at desc
    ), gone as (
      select meeting_id, count(*)::int as left_since from last where kind = 'out' group by meeting_id
    ), counts as (
      select meeting_id, count(*)::int as came from attendances
      where checked_in_at is not null and meeting_id in (select id from meetings where edition_id = ${editionId}) group by meeting_id
    ), wanted as (
      select meeting_id, count(*)::int as expected from session_registrations
      where state = 'registered' and meeting_id in (select id from meetings where edition_id = ${editionId}) group by meeting_id
    )
    select meetings.id as meeting_id, meetings.slug, meetings.title, coalesce(rooms.name, '') as room,
      lower(meetings.during) as starts_at, greatest(coalesce(counts.came, 0) - coalesce(gone.left_since, 0), 0) as inside,
      coalesce(counts.came, 0) as came,
      coalesce(wanted.expected, 0) as expected, coalesce(meetings.capacity, rooms.capacity) as capacity
    from meetings
    left join rooms on rooms.id = meetings.room_id
    left join counts on counts.meeting_id = meetings.id
    left join gone on gone.meeting_id = meetings.id
    left join wanted on wanted.meeting_id = meetings.id
    where meetings.edition_id = ${editionId} and meetings.status not in ('draft', 'cancelled')
    order by lower(meetings.during) nulls last, rooms.position nulls last, meetings.title
    limit 400`.execute(db);
  return rows;
}

/** The same of the entrance, on one day of the edition's zone ('YYYY-MM-DD'). */
export async function countEntrance(
  db: Executor,
  { editionId }: EditionScope,
  { day }: { day: string },
): Promise<Pick<RoomCount, 'inside' | 'came' | 'expected' | 'capacity'>> {
  const { rows } = await sql<Pick<RoomCount, 'inside' | 'came' | 'expected' | 'capacity'>>`
    with last as (
      select distinct on (registration_id) kind from check_in_events
      where edition_id = ${editionId} and meeting_id is null and day = ${day} and outcome = 'counted'
      order by registration_id, at desc
    )
    select (select count(*)::int from last) as came, (select count(*)::int from last where kind = 'in') as inside,
      (select count(*)::int from registrations where edition_id = ${editionId} and state = 'registered') as expected,
      (select capacity from registration_settings where edition_id = ${editionId}) as capacity`.execute(db);
  return rows[0] ?? { inside: 0, came: 0, expected: 0, capacity: null };
}

/** First arrivals at the entrance in each quarter of an hour of a day in which somebody came; `at` is its beginning, ISO. */
export async function countArrivals(
  db: Executor,
  { editionId }: EditionScope,
  { day }: { day: string },
): Promise<{ at: string; count: number }[]> {
  const { rows } = await sql<{ at: string; count: number }>`
    select to_timestamp(floor(extract(epoch from first) / 900) * 900) as at, count(*)::int as count
    from (
      select min(at) as first from check_in_events
      where edition_id = ${editionId} and meeting_id is null and day = ${day} and outcome = 'counted' and kind = 'in'
      group by registration_id
    ) arrivals
    group by 1 order by 1 limit 96`.execute(db);
  return rows;
}
