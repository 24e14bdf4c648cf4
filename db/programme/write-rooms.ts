import type { ProgrammeRoom, ProgrammeTrack } from '#app/model/programme-draft.ts';
import type { Executor, Trx } from '#db/client.ts';

// Every write happens after lockEdition (db/programme/write.ts).

export type RoomRow = ProgrammeRoom & { revision: number };
export type TrackRow = ProgrammeTrack & { revision: number };
/** Both have a name and a place in an order of their own. */
type Table = 'rooms' | 'tracks';

export async function listRooms(db: Executor, editionId: string): Promise<RoomRow[]> {
  return db
    .selectFrom('rooms')
    .select(['id', 'name', 'capacity', 'revision'])
    .where('editionId', '=', editionId)
    .orderBy('position')
    .orderBy('id')
    .limit(200)
    .execute();
}

export async function listTracks(db: Executor, editionId: string): Promise<TrackRow[]> {
  return db
    .selectFrom('tracks')
    .select(['id', 'name', 'revision'])
    .where('editionId', '=', editionId)
    .orderBy('position')
    .orderBy('id')
    .limit(200)
    .execute();
}

/** Adds a room at the end; false: its id or its name is there already. */
export async function insertRoom(trx: Trx, editionId: string, room: ProgrammeRoom & { position: number }): Promise<boolean> {
  const row = await trx
    .insertInto('rooms')
    .values({ ...room, editionId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Adds a track at the end; false: its id or its name is there already. */
export async function insertTrack(trx: Trx, editionId: string, track: ProgrammeTrack & { position: number }): Promise<boolean> {
  const row = await trx
    .insertInto('tracks')
    .values({ ...track, editionId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function updateRoom(trx: Trx, editionId: string, { id, ...room }: ProgrammeRoom): Promise<void> {
  await trx
    .updateTable('rooms')
    .set((eb) => ({ ...room, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .where('editionId', '=', editionId)
    .execute();
}

export async function updateTrack(trx: Trx, editionId: string, { id, name }: ProgrammeTrack): Promise<void> {
  await trx
    .updateTable('tracks')
    .set((eb) => ({ name, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .where('editionId', '=', editionId)
    .execute();
}

/** Deletes a room that no session of the draft or of the published programme is in; cancelled ones keep its name as their place. */
export async function deleteRoom(trx: Trx, editionId: string, id: string): Promise<void> {
  await trx.updateTable('meetings').set({ roomId: null }).where('editionId', '=', editionId).where('roomId', '=', id).execute();
  await trx.deleteFrom('rooms').where('id', '=', id).where('editionId', '=', editionId).execute();
}

export async function deleteTrack(trx: Trx, editionId: string, id: string): Promise<void> {
  await trx.deleteFrom('tracks').where('id', '=', id).where('editionId', '=', editionId).execute();
}

/** Numbers rooms or tracks 1, 2, 3… in this order, which names each exactly once. */
export async function writeOrderOf(trx: Trx, table: Table, editionId: string, ids: readonly string[]): Promise<void> {
  await trx
    .updateTable(table)
    .set((eb) => ({ position: eb.fn<number>('array_position', [eb.val([...ids]), eb.cast('id', 'text')]) }))
    .where('editionId', '=', editionId)
    .execute();
}
