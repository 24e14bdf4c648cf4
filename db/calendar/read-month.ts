import { sql } from 'kysely';
import type { FeedFilters } from '#app/model/feed-filters.ts';
import type { MeetingStatus } from '#app/model/meetings.ts';
import type { NetworkScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import type { MeetingRow } from '#db/meetings/read.ts';
import { covers, inOrder, selectRows } from '#db/meetings/rows.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';
import { matching } from './matching.ts';

/** Announced meetings that touch [from, to) (ISO instants), in order of time; cancelled ones too. */
export async function listCalendarMeetings(
  db: Executor,
  scope: NetworkScope,
  { from, to, filters, limit }: { from: string; to: string; filters: FeedFilters; limit: number },
): Promise<MeetingRow[]> {
  return inOrder(selectRows(db).where(visibleMeetings(scope)).where(covers({ from, to })).where(matching(filters)), 'asc')
    .limit(limit)
    .execute();
}

/** The same meetings, with only what it takes to count them on their days. */
export async function listCalendarDates(
  db: Executor,
  scope: NetworkScope,
  { from, to, filters, limit }: { from: string; to: string; filters: FeedFilters; limit: number },
): Promise<{ edtf: string; timeZone: string; status: MeetingStatus }[]> {
  return db
    .selectFrom('meetings')
    .select(['meetings.edtf', 'meetings.timeZone', 'meetings.status'])
    .where(visibleMeetings(scope))
    .where(covers({ from, to }))
    .where(matching(filters))
    .orderBy(sql`lower(meetings.during)`)
    .orderBy('meetings.id')
    .limit(limit)
    .execute();
}

/** Announced meetings that are not over at `now` (ISO instant), soonest first, or those that are, newest first; with a date. */
export async function listCalendarPage(
  db: Executor,
  scope: NetworkScope,
  { now, past, filters, limit, offset }: { now: string; past: boolean; filters: FeedFilters; limit: number; offset: number },
): Promise<MeetingRow[]> {
  const when = past ? isOver(now) : covers({ from: now });
  return inOrder(selectRows(db).where(visibleMeetings(scope)).where(when).where(matching(filters)), past ? 'desc' : 'asc')
    .limit(limit)
    .offset(offset)
    .execute();
}

/** How many there are on all pages together. */
export async function countCalendarPage(
  db: Executor,
  scope: NetworkScope,
  { now, past, filters }: { now: string; past: boolean; filters: FeedFilters },
): Promise<{ all: number; cancelled: number }> {
  return db
    .selectFrom('meetings')
    .select([
      sql<number>`count(*)::int`.as('all'),
      sql<number>`(count(*) filter (where meetings.status = 'cancelled'))::int`.as('cancelled'),
    ])
    .where(visibleMeetings(scope))
    .where(past ? isOver(now) : covers({ from: now }))
    .where(matching(filters))
    .executeTakeFirstOrThrow();
}

/** Announced meetings of which nobody knows even the year yet, and that are not cancelled. */
export async function listUndatedMeetings(
  db: Executor,
  scope: NetworkScope,
  { filters, limit }: { filters: FeedFilters; limit: number },
): Promise<MeetingRow[]> {
  const undated = selectRows(db)
    .where(visibleMeetings(scope))
    .where((eb) => eb.and([eb(sql`meetings.during`, 'is', null), eb('meetings.status', '=', 'scheduled')]))
    .where(matching(filters));
  return inOrder(undated, 'asc').limit(limit).execute();
}

// the index is on the start: what is over began before
const isOver = (now: string) =>
  sql<boolean>`(lower(meetings.during) < ${now}::timestamptz and upper(meetings.during) <= ${now}::timestamptz)`;
