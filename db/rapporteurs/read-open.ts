import type { Visibility } from '#app/model/groups.ts';
import type { Executor } from '#db/client.ts';

/** Who may see a meeting, and since when its notes are open to everybody; null: they are not. */
export async function findOpening(db: Executor, meetingId: string): Promise<{ visibility: Visibility; notesOpenAt: string | null }> {
  return db.selectFrom('meetings').select(['visibility', 'notesOpenAt']).where('id', '=', meetingId).executeTakeFirstOrThrow();
}
