import { sql } from 'kysely';
import type { CalendarMeeting, PublicFeed } from '#app/model/calendar.ts';
import type { NetworkScope, SelfScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';
import { type CalendarRows, calendarRows, digestOf, readRows } from './rows.ts';

export interface FeedWindow {
  /** Instant: meetings that ended before are left out. */
  endsAfter: string;
  /** Instant: those cancelled and over by then are left out as well. */
  today: string;
}

/** Nobody's calendar takes more; a network of a hundred groups makes some 2,000 meetings in two years. */
const MOST_MEETINGS = 10_000;

/** What a feed holds and, at less cost, a digest of it. */
export interface FeedContent {
  digest(): Promise<string>;
  meetings(): Promise<CalendarMeeting[]>;
}

/** A public feed as its scope (of a visitor: what everyone may see) allows. `window` null: everything. */
export function publicFeed(db: Executor, scope: NetworkScope, feed: PublicFeed, window: FeedWindow | null): FeedContent {
  return contentOf(db, within(about(calendarRows(db, null).where(visibleMeetings(scope)), feed), window));
}

/** The meetings of a person's groups, and those they are invited to, as they may see them today. */
export function personalFeed(db: Executor, self: SelfScope, scope: NetworkScope, window: FeedWindow): FeedContent {
  const rows = calendarRows(db, { personId: self.personId, networkOrganiser: scope.groupIds === 'all' })
    .where(visibleMeetings(scope))
    .where((eb) => eb.or([eb('attendances.id', 'is not', null), eb('memberships.role', 'is not', null)]));
  return contentOf(db, within(rows, window));
}

/** One meeting as the person whom a mail is for may see it, for its calendar part; undefined: no such meeting. */
export async function findMeetingForMail(
  db: Executor,
  { meetingId, personId }: { meetingId: string; personId: string },
): Promise<CalendarMeeting | undefined> {
  const [meeting] = await readRows(calendarRows(db, { personId, networkOrganiser: false }).where('meetings.id', '=', meetingId), 1);
  return meeting;
}

function contentOf(db: Executor, rows: CalendarRows): FeedContent {
  return { digest: () => digestOf(db, rows), meetings: () => readRows(rows, MOST_MEETINGS) };
}

function about(rows: CalendarRows, feed: PublicFeed): CalendarRows {
  switch (feed.of) {
    case 'all':
      return rows;
    case 'meeting':
      return rows.where('meetings.slug', '=', feed.slug);
    case 'kind':
      return rows.where('meetings.kind', '=', feed.kind);
    case 'group':
      return rows.where('meetings.groupId', '=', (eb) => eb.selectFrom('groups').select('groups.id').where('groups.slug', '=', feed.slug));
    case 'edition':
      return rows.where('meetings.editionId', '=', (eb) =>
        eb.selectFrom('editions').select('editions.id').where('editions.slug', '=', feed.slug),
      );
    case 'theme':
      return rows.where('meetings.id', 'in', (eb) =>
        eb
          .selectFrom('meetingThemes')
          .innerJoin('themes', 'themes.id', 'meetingThemes.themeId')
          .select('meetingThemes.meetingId')
          .where('themes.slug', '=', feed.slug),
      );
    case 'country':
      return rows.where('meetings.id', 'in', (eb) =>
        eb.selectFrom('meetingCountries').select('meetingCountries.meetingId').where('country', '=', feed.country),
      );
  }
}

function within(rows: CalendarRows, window: FeedWindow | null): CalendarRows {
  if (!window) return rows;
  const ends = sql<string>`upper(meetings.during)`;
  return (
    rows
      // the index is on the start; no meeting is longer than a year (app/model/when.ts)
      .where(sql<boolean>`lower(meetings.during) > ${window.endsAfter}::timestamptz - interval '1 year 2 days'`)
      .where(ends, '>', window.endsAfter)
      .where((eb) => eb.or([eb('meetings.status', '!=', 'cancelled'), eb(ends, '>', window.today)]))
  );
}
