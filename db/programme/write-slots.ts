import type { ProgrammeSlot } from '#app/model/programme-draft.ts';
import type { Executor, Trx } from '#db/client.ts';
import { hourText } from './columns.ts';

// Every write happens after lockEdition (db/programme/write.ts).

export type SlotRow = ProgrammeSlot & { revision: number };

/** The slots of an edition in order of time. */
export async function listSlots(db: Executor, editionId: string): Promise<SlotRow[]> {
  return db
    .selectFrom('slots')
    .select(['id', 'kind', 'label', 'day', 'toConfirm', 'revision'])
    .select([hourText('startsAt').as('startsAt'), hourText('endsAt').as('endsAt')])
    .where('editionId', '=', editionId)
    .orderBy('day')
    .orderBy('slots.startsAt')
    .limit(1000)
    .execute();
}

/** Adds a slot; false: one with this id is there already. */
export async function insertSlot(trx: Trx, editionId: string, slot: ProgrammeSlot): Promise<boolean> {
  const row = await trx
    .insertInto('slots')
    .values({ ...slot, editionId })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function updateSlot(trx: Trx, editionId: string, { id, ...slot }: ProgrammeSlot): Promise<void> {
  await trx
    .updateTable('slots')
    .set((eb) => ({ ...slot, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .where('editionId', '=', editionId)
    .execute();
}

export async function deleteSlot(trx: Trx, editionId: string, id: string): Promise<void> {
  await trx.deleteFrom('slots').where('id', '=', id).where('editionId', '=', editionId).execute();
}
