import type { Placement } from '#app/model/programme-draft.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { touchDraft } from '#db/programme/write.ts';
import { findPlacement, type PlacementState, writePlacement } from '#db/programme/write-placements.ts';
import { listRooms, listTracks } from '#db/programme/write-rooms.ts';
import { listSlots } from '#db/programme/write-slots.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedEdition } from './access.ts';
import { holdEdition } from './hold-edition.ts';

export type PlacedSessionAnswer =
  | { ok: true; revision: number }
  /** Somebody placed it elsewhere since this page was read: theirs stays and comes back. */
  | { ok: false; reason: 'conflict'; current: PlacementState }
  /** The session, the hour, the room or the track is no more. */
  | { ok: false; reason: 'no_session' | 'no_slot' | 'no_room' | 'no_track' }
  /** Nothing runs in a break. */
  | { ok: false; reason: 'break' }
  | { ok: false; reason: 'cancelled' };

/**
 * Puts a session into a slot and a room of the draft, or (slotId null) back to those that wait for a place. Clashes never
 * refuse it. `revision` is that of the placement that the page showed; 0: it was never placed.
 */
export async function placeSession(
  services: Services,
  {
    viewer,
    scope,
    meetingId,
    to,
    revision,
  }: { viewer: Viewer; scope: OrganisedEdition; meetingId: string; to: Placement; revision: number },
): Promise<PlacedSessionAnswer> {
  const { editionId } = scope;
  return inTransaction(services.db, async (trx): Promise<PlacedSessionAnswer> => {
    await holdEdition(trx, editionId);
    const current = await findPlacement(trx, editionId, meetingId);
    if (!current) return { ok: false, reason: 'no_session' };
    if (current.status === 'cancelled') return { ok: false, reason: 'cancelled' };
    const wanted = to.slotId === null ? { ...to, roomId: null } : to;
    // dropped where it stands, or the same form twice
    if (current.revision > 0 && samePlace(current, wanted)) return { ok: true, revision: current.revision };
    if (current.revision !== revision) return { ok: false, reason: 'conflict', current };
    const reason = await refusalOf(trx, editionId, wanted);
    if (reason) return { ok: false, reason };
    await writePlacement(trx, editionId, meetingId, wanted);
    await touchDraft(trx, editionId);
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'edition.place_session', subjectType: 'meeting', subjectId: meetingId },
      detail: { ...wanted },
    });
    return { ok: true, revision: current.revision + 1 };
  });
}

async function refusalOf(
  trx: Trx,
  editionId: string,
  { slotId, roomId, trackId }: Placement,
): Promise<'no_slot' | 'no_room' | 'no_track' | 'break' | null> {
  if (slotId) {
    const slot = (await listSlots(trx, editionId)).find(({ id }) => id === slotId);
    if (!slot) return 'no_slot';
    if (slot.kind === 'break') return 'break';
  }
  if (roomId && !(await listRooms(trx, editionId)).some(({ id }) => id === roomId)) return 'no_room';
  if (trackId && !(await listTracks(trx, editionId)).some(({ id }) => id === trackId)) return 'no_track';
  return null;
}

function samePlace(one: Placement, other: Placement): boolean {
  return one.slotId === other.slotId && one.roomId === other.roomId && one.trackId === other.trackId;
}
