import type { Visibility } from '#app/model/groups.ts';
import type { Executor, Trx } from '#db/client.ts';

export async function findOpening(db: Executor, meetingId: string): Promise<{ visibility: Visibility; notesOpenAt: string | null }> {
  return db.selectFrom('meetings').select(['visibility', 'notesOpenAt']).where('id', '=', meetingId).executeTakeFirstOrThrow();
}

/** Since when everybody may read the notes; null: nobody but those who belong to the meeting. */
export async function putNotesOpen(trx: Trx, { meetingId, at }: { meetingId: string; at: string | null }): Promise<void> {
  await trx
    .updateTable('meetings')
    .set((eb) => ({ notesOpenAt: at === null ? null : eb.fn.coalesce('notesOpenAt', eb.val(at)) }))
    .where('id', '=', meetingId)
    .execute();
}
