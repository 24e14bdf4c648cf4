import type { MeetingScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

/** Who sits behind each attendance of a meeting; nobody for who does not organise it. */
export async function listPeopleOf(db: Executor, scope: MeetingScope): Promise<Map<string, string>> {
  if (!scope.can.organise) return new Map();
  const rows = await db.selectFrom('attendances').select(['id', 'personId']).where('meetingId', '=', scope.meetingId).limit(2000).execute();
  return new Map(rows.map(({ id, personId }) => [id, personId]));
}
