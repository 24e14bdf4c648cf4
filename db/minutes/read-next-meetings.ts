import { sql } from 'kysely';
import type { Visibility } from '#app/model/groups.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

export interface NextMeeting {
  title: string;
  /** See app/model/when.ts. */
  edtf: string;
  visibility: Visibility;
}

/** What readers of minutes are told of what comes next. */
const NEXT_MEETINGS = 2;

/**
 * The next meetings of the group that were announced and begin after this one, soonest first; of either visibility: the
 * caller shows each edition what its readers may know. To a session of a conference the other sessions are not next meetings.
 */
export async function findNextMeetings(db: Executor, { meetingId, groupId }: MeetingScope): Promise<NextMeeting[]> {
  const after = sql`(select lower(during) from meetings where id = ${meetingId})`;
  const announced = (visibility: Visibility) =>
    db
      .selectFrom('meetings')
      .select(['title', 'edtf', 'visibility'])
      .where('groupId', '=', groupId)
      .where('status', '=', 'scheduled')
      .where('visibility', '=', visibility)
      .where('id', '!=', meetingId)
      .where(sql<boolean>`lower(during) >= ${after}`)
      .where(sql<boolean>`(edition_id is null or (select edition_id from meetings where id = ${meetingId}) is null)`)
      .orderBy(sql`lower(during)`)
      .orderBy('id')
      .limit(NEXT_MEETINGS)
      .execute();
  const [open, closed] = await Promise.all([announced('public'), announced('members')]);
  return [...open, ...closed];
}
