import type { MeetingStatus } from '#app/model/meetings.ts';
import type { Placement } from '#app/model/programme-draft.ts';
import type { Trx } from '#db/client.ts';

// Every write happens after lockEdition (db/programme/write.ts).

export interface PlacementState extends Placement {
  status: MeetingStatus;
  /** 0: never placed. */
  revision: number;
}

/** Where a session of an edition stands in the draft; undefined: it is none of this edition. */
export async function findPlacement(trx: Trx, editionId: string, meetingId: string): Promise<PlacementState | undefined> {
  const row = await trx
    .selectFrom('meetings')
    .leftJoin('placements', 'placements.meetingId', 'meetings.id')
    .select(['meetings.status', 'placements.slotId', 'placements.roomId', 'placements.trackId', 'placements.revision'])
    .where('meetings.id', '=', meetingId)
    .where('meetings.editionId', '=', editionId)
    .executeTakeFirst();
  return row && { ...row, revision: row.revision ?? 0 };
}

export async function writePlacement(trx: Trx, editionId: string, meetingId: string, to: Placement): Promise<void> {
  await trx
    .insertInto('placements')
    .values({ meetingId, editionId, ...to })
    .onConflict((conflict) => conflict.column('meetingId').doUpdateSet((eb) => ({ ...to, revision: eb('placements.revision', '+', 1) })))
    .execute();
}

/** Titles of the sessions that stand in a slot, a room or a track of the draft, cancelled ones left out. */
export async function listPlacedIn(
  trx: Trx,
  editionId: string,
  where: { slotId: string } | { roomId: string } | { trackId: string },
): Promise<{ id: string; title: string }[]> {
  let query = trx
    .selectFrom('placements')
    .innerJoin('meetings', 'meetings.id', 'placements.meetingId')
    .select(['meetings.id', 'meetings.title'])
    .where('placements.editionId', '=', editionId)
    .where('meetings.status', '!=', 'cancelled');
  if ('slotId' in where) query = query.where('placements.slotId', '=', where.slotId);
  else if ('roomId' in where) query = query.where('placements.roomId', '=', where.roomId);
  else query = query.where('placements.trackId', '=', where.trackId);
  return query.orderBy('meetings.title').limit(400).execute();
}

/** Titles of the sessions that were published in a room, whatever the draft says by now. */
export async function listPublishedIn(trx: Trx, editionId: string, roomId: string): Promise<{ id: string; title: string }[]> {
  return trx
    .selectFrom('meetings')
    .select(['id', 'title'])
    .where('editionId', '=', editionId)
    .where('roomId', '=', roomId)
    .where('status', '!=', 'cancelled')
    .orderBy('title')
    .limit(400)
    .execute();
}

/** Takes sessions off a slot: back to the list of those that wait for a place. */
export async function clearSlot(trx: Trx, editionId: string, slotId: string): Promise<void> {
  await trx
    .updateTable('placements')
    .set((eb) => ({ slotId: null, roomId: null, revision: eb('revision', '+', 1) }))
    .where('editionId', '=', editionId)
    .where('slotId', '=', slotId)
    .execute();
}

/** Cancelled sessions keep no room and no track of the draft. */
export async function clearCancelled(trx: Trx, editionId: string): Promise<void> {
  await trx
    .deleteFrom('placements')
    .where('editionId', '=', editionId)
    .where('meetingId', 'in', trx.selectFrom('meetings').select('id').where('editionId', '=', editionId).where('status', '=', 'cancelled'))
    .execute();
}
