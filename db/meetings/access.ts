import { sql } from 'kysely';
import type { NotesAccess } from '#app/model/attendance.ts';
import type { MembershipRole, Visibility } from '#app/model/groups.ts';
import type { MeetingStatus } from '#app/model/meetings.ts';
import type { MinutesState } from '#app/model/minutes.ts';
import type { Executor } from '#db/client.ts';

// What gates ask before there is a scope. Only server/*/access.ts imports this file.

export interface MeetingForAccess {
  id: string;
  groupId: string;
  /** The group whose organisers organise the edition that the meeting is a session of. */
  editionGroupId: string | null;
  status: MeetingStatus;
  visibility: Visibility;
  /** Whether it was held and ended, and not opened again since. */
  closed: boolean;
  /** 'draft' also before anything was done with them. */
  minutes: MinutesState;
}

export async function findMeetingForAccess(db: Executor, by: { slug: string } | { id: string }): Promise<MeetingForAccess | undefined> {
  const query = db
    .selectFrom('meetings')
    .leftJoin('meetingRuns', 'meetingRuns.meetingId', 'meetings.id')
    .leftJoin('minutes', 'minutes.meetingId', 'meetings.id')
    .leftJoin('editions', 'editions.id', 'meetings.editionId')
    .select(['meetings.id', 'meetings.groupId', 'meetings.status', 'meetings.visibility', 'editions.groupId as editionGroupId'])
    .select((eb) => eb('meetingRuns.closedAt', 'is not', null).$castTo<boolean>().as('closed'))
    .select((eb) => eb.fn.coalesce('minutes.state', eb.val<MinutesState>('draft')).as('minutes'));
  return ('slug' in by ? query.where('meetings.slug', '=', by.slug) : query.where('meetings.id', '=', by.id)).executeTakeFirst();
}

export interface TiesOf {
  role: MembershipRole | null;
  invitation: { id: string; notesAccess: NotesAccess; rapporteur: boolean } | null;
}

export async function findTies(
  db: Executor,
  { id: meetingId, groupId, editionGroupId }: Pick<MeetingForAccess, 'id' | 'groupId' | 'editionGroupId'>,
  personId: string,
): Promise<TiesOf> {
  const row = await db
    .selectFrom('people')
    .leftJoin('memberships', (join) => join.onRef('memberships.personId', '=', 'people.id').on('memberships.groupId', '=', groupId))
    .leftJoin('memberships as editionMemberships', (join) =>
      join
        .onRef('editionMemberships.personId', '=', 'people.id')
        .on('editionMemberships.groupId', '=', editionGroupId)
        .on('editionMemberships.role', '=', 'organiser'),
    )
    .leftJoin('attendances', (join) => join.onRef('attendances.personId', '=', 'people.id').on('attendances.meetingId', '=', meetingId))
    .select(['memberships.role', 'editionMemberships.role as editionRole', 'attendances.id as attendanceId', 'attendances.notesAccess'])
    .select(sql<boolean | null>`'rapporteur' = any(attendances.roles)`.as('rapporteur'))
    .where('people.id', '=', personId)
    .executeTakeFirst();
  return {
    role: row?.editionRole ?? row?.role ?? null,
    invitation:
      row?.attendanceId && row.notesAccess
        ? { id: row.attendanceId, notesAccess: row.notesAccess, rapporteur: row.rapporteur === true }
        : null,
  };
}
