import type { MeetingScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

/** Whether a meeting is a session with an hour in the draft of a programme. */
export async function standsInProgramme(db: Executor, { meetingId }: MeetingScope): Promise<boolean> {
  const row = await db
    .selectFrom('placements')
    .select('meetingId')
    .where('meetingId', '=', meetingId)
    .where('slotId', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}
