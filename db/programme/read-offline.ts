import { sql } from 'kysely';
import type { AttendanceRole } from '#app/model/attendance.ts';
import type { EditionScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';

/** Somebody with a part in a session: those whom its page names to everybody who may see it. */
export interface ProgrammePerson {
  meetingId: string;
  name: string;
  function: string;
  organisationName: string;
  roles: AttendanceRole[];
}

/** What each session that this person may see is about, by meeting. */
export async function listSummaries(db: Executor, scope: EditionScope, { limit }: { limit: number }): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('meetings')
    .select(['meetings.id', 'meetings.summary'])
    .where('meetings.editionId', '=', scope.editionId)
    .where(visibleMeetings(scope.network))
    .orderBy('meetings.id')
    .limit(limit)
    .execute();
  return new Map(rows.map(({ id, summary }) => [id, summary]));
}

/** Who chairs, runs and speaks in them; not those who will not be there. */
export async function listProgrammePeople(db: Executor, scope: EditionScope, { limit }: { limit: number }): Promise<ProgrammePerson[]> {
  return db
    .selectFrom('attendances')
    .innerJoin('meetings', 'meetings.id', 'attendances.meetingId')
    .select(['attendances.meetingId', 'attendances.function', 'attendances.organisationName', 'attendances.roles'])
    .select(sql<string>`trim(attendances.given_name || ' ' || attendances.family_name)`.as('name'))
    .where('meetings.editionId', '=', scope.editionId)
    .where(visibleMeetings(scope.network))
    .where('attendances.answer', 'not in', ['declined', 'represented'])
    .where(sql<boolean>`attendances.roles && array['chair', 'facilitator', 'speaker']`)
    .orderBy('attendances.familyName')
    .orderBy('attendances.id')
    .limit(limit)
    .execute();
}
