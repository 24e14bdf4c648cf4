import { sql } from 'kysely';
import type { MeetingKind } from '#app/model/meetings.ts';
import type { NetworkScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import type { MeetingRow } from '#db/meetings/read.ts';
import { covers, inOrder, selectRows } from '#db/meetings/rows.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';

/** What the calendar page leaves out; undefined: nothing. */
export interface CalendarFilters {
  /** Slugs. */
  group?: string | undefined;
  theme?: string | undefined;
  kind?: MeetingKind | undefined;
  /** ISO 3166-1 alpha-2, upper case. */
  country?: string | undefined;
}

/** Announced meetings that touch [from, to) (ISO instants), in order of time; cancelled ones too. */
export async function listCalendarMeetings(
  db: Executor,
  scope: NetworkScope,
  { from, to, filters, limit }: { from: string; to: string; filters: CalendarFilters; limit: number },
): Promise<MeetingRow[]> {
  return inOrder(matching(selectRows(db).where(visibleMeetings(scope)).where(covers({ from, to })), filters), 'asc')
    .limit(limit)
    .execute();
}

/** Announced meetings of which nobody knows even the year yet, and that are not cancelled. */
export async function listUndatedMeetings(
  db: Executor,
  scope: NetworkScope,
  { filters, limit }: { filters: CalendarFilters; limit: number },
): Promise<MeetingRow[]> {
  const undated = selectRows(db)
    .where(visibleMeetings(scope))
    .where((eb) => eb.and([eb(sql`meetings.during`, 'is', null), eb('meetings.status', '=', 'scheduled')]));
  return inOrder(matching(undated, filters), 'asc').limit(limit).execute();
}

type Rows = ReturnType<typeof selectRows>;

function matching(rows: Rows, { group, theme, kind, country }: CalendarFilters): Rows {
  let query = rows;
  if (group) query = query.where('groups.slug', '=', group);
  if (kind) query = query.where('meetings.kind', '=', kind);
  if (country) {
    query = query.where('meetings.id', 'in', (eb) =>
      eb.selectFrom('meetingCountries').select('meetingCountries.meetingId').where('meetingCountries.country', '=', country),
    );
  }
  if (theme) {
    query = query.where('meetings.id', 'in', (eb) =>
      eb
        .selectFrom('meetingThemes')
        .innerJoin('themes', 'themes.id', 'meetingThemes.themeId')
        .select('meetingThemes.meetingId')
        .where('themes.slug', '=', theme),
    );
  }
  return query;
}
