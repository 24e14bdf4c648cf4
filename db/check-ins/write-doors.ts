import type { Trx } from '#db/client.ts';

interface NewDoorRow {
  id: string;
  editionId: string;
  meetingId: string | null;
  name: string;
  countsOut: boolean;
  tokenHash: Buffer;
  createdBy: string;
  createdAt: string;
  most: number;
}

/** 'again': it is there already; 'elsewhere': the session is not of this edition, or the id is another's; 'full': there are `most`. */
export async function insertDoor(trx: Trx, { most, ...door }: NewDoorRow): Promise<'new' | 'again' | 'elsewhere' | 'full'> {
  const { editionId, meetingId, id } = door;
  // one after the other in an edition, so that the limit holds
  await trx.selectFrom('editions').select('id').where('id', '=', editionId).forNoKeyUpdate().executeTakeFirstOrThrow();
  const same = await trx.selectFrom('checkInDoors').select('editionId').where('id', '=', id).executeTakeFirst();
  if (same) return same.editionId === editionId ? 'again' : 'elsewhere';
  if (meetingId !== null) {
    const session = trx.selectFrom('meetings').select('id').where('id', '=', meetingId).where('editionId', '=', editionId);
    if (!(await session.executeTakeFirst())) return 'elsewhere';
  }
  const { count } = await trx
    .selectFrom('checkInDoors')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('editionId', '=', editionId)
    .executeTakeFirstOrThrow();
  if (Number(count) >= most) return 'full';
  await trx.insertInto('checkInDoors').values(door).execute();
  return 'new';
}

/** False: no such door in this edition, or it was revoked before. */
export async function revokeRow(trx: Trx, { editionId, doorId, at }: { editionId: string; doorId: string; at: string }): Promise<boolean> {
  const row = await trx
    .updateTable('checkInDoors')
    .set({ revokedAt: at })
    .where('id', '=', doorId)
    .where('editionId', '=', editionId)
    .where('revokedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
