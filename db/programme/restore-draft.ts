import { sql } from 'kysely';
import type { ProgrammeContent } from '#app/model/programme-draft.ts';
import type { Trx } from '#db/client.ts';

/**
 * Makes the draft of a held edition what a version says. Slots, rooms and tracks that came since go; sessions that came since
 * wait for a place again. Sessions cancelled since stay off the grid.
 */
export async function restoreDraft(trx: Trx, editionId: string, content: ProgrammeContent): Promise<void> {
  await trx.deleteFrom('placements').where('editionId', '=', editionId).execute();
  await trx.deleteFrom('slots').where('editionId', '=', editionId).execute();
  if (content.slots.length > 0) {
    const rows = content.slots.map((slot) => ({ ...slot, editionId }));
    await trx.insertInto('slots').values(rows).execute();
  }
  await restoreNamed(trx, 'rooms', editionId, content.rooms);
  await restoreNamed(trx, 'tracks', editionId, content.tracks);
  const going = await trx
    .selectFrom('meetings')
    .select('id')
    .where('editionId', '=', editionId)
    .where('status', '!=', 'cancelled')
    .execute();
  const here = new Set(going.map(({ id }) => id));
  const placements = content.sessions
    .filter(({ id }) => here.has(id))
    .map(({ id, slotId, roomId, trackId }) => ({ meetingId: id, editionId, slotId, roomId, trackId }));
  if (placements.length > 0) await trx.insertInto('placements').values(placements).execute();
}

async function restoreNamed(
  trx: Trx,
  table: 'rooms' | 'tracks',
  editionId: string,
  rows: readonly { id: string; name: string; capacity?: number | null }[],
): Promise<void> {
  const kept = rows.map(({ id }) => id);
  // two that changed names with each other would each meet the other's
  await trx.updateTable(table).set({ name: sql<string>`id::text` }).where('editionId', '=', editionId).execute();
  let others = trx.deleteFrom(table).where('editionId', '=', editionId);
  if (kept.length > 0) others = others.where('id', 'not in', kept);
  if (table === 'rooms')
    await trx.updateTable('meetings').set({ roomId: null }).where('editionId', '=', editionId).where('status', '=', 'cancelled').execute();
  await others.execute();
  for (const [index, row] of rows.entries()) {
    const position = index + 1;
    await trx
      .insertInto(table)
      .values({ ...row, editionId, position })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({ ...row, position, revision: eb(`${table}.revision`, '+', 1) })),
      )
      .execute();
  }
}
