import type { AgendaPoint } from '#app/model/agenda.ts';
import type { Trx } from '#db/client.ts';

// Every write happens after lockMeeting (db/meetings/write.ts): the changes of one agenda wait for one another.

/** Ids and durations in order. */
export async function listOrder(trx: Trx, meetingId: string): Promise<{ id: string; durationMinutes: number }[]> {
  return trx.selectFrom('agendaItems').select(['id', 'durationMinutes']).where('meetingId', '=', meetingId).orderBy('position').execute();
}

/** Adds a point at the end; false: a point with this id is there already. */
export async function insertItem(
  trx: Trx,
  { id, meetingId, point, position }: { id: string; meetingId: string; point: AgendaPoint; position: number },
): Promise<boolean> {
  const { presenterIds, ...columns } = point;
  const row = await trx
    .insertInto('agendaItems')
    .values({ id, meetingId, position, ...columns })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row) await setPresenters(trx, id, presenterIds);
  return row !== undefined;
}

/** Writes a point if nobody else did since `revision`; false: somebody did, or deleted it. */
export async function updateItem(
  trx: Trx,
  { id, meetingId, revision, point }: { id: string; meetingId: string; revision: number; point: AgendaPoint },
): Promise<boolean> {
  const { presenterIds, ...columns } = point;
  const row = await trx
    .updateTable('agendaItems')
    .set((eb) => ({ ...columns, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .where('meetingId', '=', meetingId)
    .where('revision', '=', revision)
    .returning('id')
    .executeTakeFirst();
  if (row) await setPresenters(trx, id, presenterIds);
  return row !== undefined;
}

export async function deleteItem(trx: Trx, { id, meetingId }: { id: string; meetingId: string }): Promise<boolean> {
  const row = await trx
    .deleteFrom('agendaItems')
    .where('id', '=', id)
    .where('meetingId', '=', meetingId)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Numbers the points 1, 2, 3… in this order, which names each exactly once. */
export async function writeOrder(trx: Trx, meetingId: string, ids: readonly string[]): Promise<void> {
  await trx
    .updateTable('agendaItems')
    .set((eb) => ({ position: eb.fn<number>('array_position', [eb.val([...ids]), eb.cast('id', 'text')]) }))
    .where('meetingId', '=', meetingId)
    .execute();
}

/** Tells readers and calendars that what they are shown changed. */
export async function touchMeeting(trx: Trx, meetingId: string, now: string): Promise<void> {
  await trx.updateTable('meetings').set({ changedAt: now }).where('id', '=', meetingId).execute();
}

async function setPresenters(trx: Trx, agendaItemId: string, personIds: readonly string[]): Promise<void> {
  await trx.deleteFrom('agendaPresenters').where('agendaItemId', '=', agendaItemId).execute();
  if (personIds.length === 0) return;
  const rows = personIds.map((personId, position) => ({ agendaItemId, personId, position }));
  await trx.insertInto('agendaPresenters').values(rows).execute();
}
