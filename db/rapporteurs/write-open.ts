import type { Trx } from '#db/client.ts';

/** Since when everybody may read the notes; null: nobody but those who belong to the meeting. */
export async function putNotesOpen(trx: Trx, { meetingId, at }: { meetingId: string; at: string | null }): Promise<void> {
  await trx
    .updateTable('meetings')
    .set((eb) => ({ notesOpenAt: at === null ? null : eb.fn.coalesce('notesOpenAt', eb.val(at)) }))
    .where('id', '=', meetingId)
    .execute();
}
