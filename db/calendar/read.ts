import { sql } from 'kysely';
import type { CalendarMeeting, FeedHolds, PublicFeed, WithdrawnMeeting } from '#app/model/calendar.ts';
import type { NetworkScope, SelfScope } from '#app/model/scope.ts';
import type { Database, Executor } from '#db/client.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';
import { inSnapshot } from '#db/transaction.ts';
import { about } from './about.ts';
import { digestWithdrawn, listWithdrawn } from './read-withdrawn.ts';
import { type CalendarRows, calendarRows, digestOf, readRows } from './rows.ts';

export interface FeedWindow {
  /** Instant: meetings that ended before are left out; null: none is. */
  endsAfter: string | null;
  /** Instant: those cancelled and over by then are left out as well, and the withdrawn. */
  today: string;
}

/** Nobody's calendar takes more; a network of a hundred groups makes some 2,000 meetings in two years. */
const MOST_MEETINGS = 10_000;

/** What a feed holds and, at less cost, a digest of it. */
export interface FeedContent {
  digest(): Promise<string>;
  read(): Promise<FeedEntries>;
}

export interface FeedEntries {
  meetings: CalendarMeeting[];
  withdrawn: WithdrawnMeeting[];
}

/** A public feed as its scope (of a visitor: what everyone may see) allows.  */
export function publicFeed(db: Database, scope: NetworkScope, feed: PublicFeed, window: FeedWindow): FeedContent {
  const rows = (trx: Executor) => within(about(calendarRows(trx, null).where(visibleMeetings(scope)), feed), window);
  return {
    digest: async () => (await Promise.all([digestOf(db, rows(db)), digestWithdrawn(db, feed, window.today)])).join(' '),
    read: () =>
      inSnapshot(db, async (trx) => ({
        meetings: await readRows(rows, trx, MOST_MEETINGS),
        withdrawn: await listWithdrawn(trx, feed, window.today),
      })),
  };
}

/** What a personal feed was made for, as its owner may see it today. */
export function personalFeed(
  db: Database,
  { self, network, holds, window }: { self: SelfScope; network: NetworkScope; holds: FeedHolds; window: FeedWindow },
): FeedContent {
  const reader = { personId: self.personId, networkOrganiser: network.groupIds === 'all' };
  const rows = (trx: Executor) => within(held(calendarRows(trx, reader).where(visibleMeetings(network)), holds), window);
  return {
    digest: () => digestOf(db, rows(db)),
    read: () => inSnapshot(db, async (trx) => ({ meetings: await readRows(rows, trx, MOST_MEETINGS), withdrawn: [] })),
  };
}

function held(rows: CalendarRows, holds: FeedHolds): CalendarRows {
  switch (holds) {
    case 'groups':
      return rows.where((eb) => eb.or([eb('attendances.id', 'is not', null), eb('memberships.role', 'is not', null)]));
    case 'invited':
      return rows.where('attendances.id', 'is not', null);
    case 'accepted':
      return rows.where('attendances.answer', 'in', ['in_person', 'remote']);
  }
}

/** One meeting as the person whom a mail is for may see it, for its calendar part; undefined: no such meeting. */
export async function findMeetingForMail(
  db: Executor,
  { meetingId, personId }: { meetingId: string; personId: string },
): Promise<CalendarMeeting | undefined> {
  const reader = { personId, networkOrganiser: false };
  const [meeting] = await readRows((trx) => calendarRows(trx, reader).where('meetings.id', '=', meetingId), db, 1);
  return meeting;
}

function within(rows: CalendarRows, { endsAfter, today }: FeedWindow): CalendarRows {
  if (endsAfter === null) return rows;
  const ends = sql<string>`upper(meetings.during)`;
  return (
    rows
      // the index is on the start; no meeting is longer than a year (app/model/when.ts)
      .where(sql<boolean>`lower(meetings.during) > ${endsAfter}::timestamptz - interval '1 year 2 days'`)
      .where(ends, '>', endsAfter)
      .where((eb) => eb.or([eb('meetings.status', '!=', 'cancelled'), eb(ends, '>', today)]))
  );
}
