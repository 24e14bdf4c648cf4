import type { Database } from '#db/client.ts';

/** Open actions of one meeting of the demo. */
export async function listOpenOfMeeting(db: Database, meetingId: string) {
  return db
    .selectFrom('followUps')
    .select(['id', 'body', 'groupId', 'ownerId'])
    .where('meetingId', '=', meetingId)
    .where('kind', '=', 'action')
    .where('state', '=', 'open')
    .limit(100)
    .execute();
}
