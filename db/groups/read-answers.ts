import type { Answer } from '#app/model/attendance.ts';
import type { NetworkScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

/** What the viewer answered to which of these meetings, by meeting id; those that they are not invited to are not in it. */
export async function listOwnAnswers(
  db: Executor,
  { personId }: NetworkScope,
  meetingIds: readonly string[],
): Promise<Record<string, Answer>> {
  if (personId === null || meetingIds.length === 0) return {};
  const rows = await db
    .selectFrom('attendances')
    .select(['meetingId', 'answer'])
    .where('personId', '=', personId)
    .where('meetingId', 'in', [...meetingIds])
    .execute();
  return Object.fromEntries(rows.map((row) => [row.meetingId, row.answer]));
}
