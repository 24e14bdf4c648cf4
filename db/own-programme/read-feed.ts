import type { CalendarMeeting } from '#app/model/calendar.ts';
import type { OwnProgrammeScope } from '#app/model/scope.ts';
import { calendarRows, digestOf, readRows } from '#db/calendar/rows.ts';
import type { Database, Executor } from '#db/client.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';

/** More than one programme holds. */
const MOST = 1000;

/** These sessions of an edition as calendars show them to the owner of a programme, and at less cost a digest of them. */
export function ownProgrammeFeed(
  db: Database,
  scope: OwnProgrammeScope,
  sessions: readonly string[],
): { digest(): Promise<string>; read(): Promise<CalendarMeeting[]> } {
  const reader = scope.personId === null ? null : { personId: scope.personId, networkOrganiser: scope.network.groupIds === 'all' };
  const rows = (trx: Executor) =>
    calendarRows(trx, reader)
      .where('meetings.editionId', '=', scope.editionId)
      .where('meetings.id', 'in', [...sessions])
      .where(visibleMeetings(scope.network));
  // an empty list is no SQL
  if (sessions.length === 0) return { digest: async () => 'empty', read: async () => [] };
  return { digest: () => digestOf(db, rows(db)), read: () => readRows(rows, db, MOST) };
}
