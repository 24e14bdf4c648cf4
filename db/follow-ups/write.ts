import type { Updateable } from 'kysely';
import type { Trx } from '#db/client.ts';
import type { DB } from '#db/schema.ts';

/** One decision or action, held until the transaction ends. */
export async function lockFollowUp(trx: Trx, id: string) {
  return trx.selectFrom('followUps').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}
export type LockedFollowUp = NonNullable<Awaited<ReturnType<typeof lockFollowUp>>>;

export type FollowUpChange = Omit<Updateable<DB['followUps']>, 'id' | 'groupId' | 'meetingId' | 'blockId' | 'revision' | 'updatedAt'>;

/** Writes a row that the caller holds. `now` is an ISO instant. */
export async function updateFollowUp(trx: Trx, id: string, change: FollowUpChange, now: string): Promise<void> {
  await trx
    .updateTable('followUps')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1), updatedAt: now }))
    .where('id', '=', id)
    .execute();
}
