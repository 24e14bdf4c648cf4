import { reorder } from '#app/model/agenda.ts';
import { EDITION_LIMITS } from '#app/model/programme.ts';
import type { ProgrammeRoom } from '#app/model/programme-draft.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { touchDraft } from '#db/programme/write.ts';
import { clearCancelled, listPlacedIn, listPublishedIn } from '#db/programme/write-placements.ts';
import { deleteRoom, insertRoom, listRooms, type RoomRow, updateRoom, writeOrderOf } from '#db/programme/write-rooms.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedEdition } from './access.ts';
import { holdEdition } from './hold-edition.ts';

export type ChangedRoom =
  | { ok: true }
  | { ok: false; reason: 'too_many' | 'name_taken' | 'gone' }
  /** Somebody saved since the form was filled: theirs stays and comes back. */
  | { ok: false; reason: 'conflict'; current: RoomRow }
  /** Sessions stand in it: in the draft, or as they are published until the draft is. */
  | { ok: false; reason: 'in_use' | 'published_in'; sessions: string[] };

interface Change {
  viewer: Viewer;
  scope: OrganisedEdition;
}

/** Adds a room at the end of the order; the same form sent twice adds one. Texts are cleaned and within EDITION_LIMITS. */
export function addRoom(services: Services, { room, ...by }: Change & { room: ProgrammeRoom }): Promise<ChangedRoom> {
  return change(services, { ...by, id: room.id, action: 'edition.add_room' }, async (trx, rooms) => {
    if (rooms.some((one) => one.id === room.id)) return { ok: true };
    if (rooms.length >= EDITION_LIMITS.rooms) return { ok: false, reason: 'too_many' };
    const added = await insertRoom(trx, by.scope.editionId, { ...room, position: rooms.length + 1 });
    return added ? { ok: true } : { ok: false, reason: 'name_taken' };
  });
}

/** Writes a room's name and seats. `revision` is the one that the form was filled from. */
export function editRoom(
  services: Services,
  { room, revision, ...by }: Change & { room: ProgrammeRoom; revision: number },
): Promise<ChangedRoom> {
  return change(services, { ...by, id: room.id, action: 'edition.edit_room' }, async (trx, rooms) => {
    const current = rooms.find((one) => one.id === room.id);
    if (!current) return { ok: false, reason: 'gone' };
    if (current.revision !== revision) return { ok: false, reason: 'conflict', current };
    if (rooms.some((one) => one.id !== room.id && one.name.toLowerCase() === room.name.toLowerCase()))
      return { ok: false, reason: 'name_taken' };
    await updateRoom(trx, by.scope.editionId, room);
    return { ok: true };
  });
}

/** Puts a room before the one before it, or after the one after it; at the end of the row nothing happens. */
export function moveRoom(services: Services, { id, to, ...by }: Change & { id: string; to: 'up' | 'down' }): Promise<ChangedRoom> {
  return change(services, { ...by, id, action: 'edition.order_rooms' }, async (trx, rooms) => {
    const order = stepped(
      rooms.map((room) => room.id),
      id,
      to,
    );
    if (!order) return { ok: false, reason: 'gone' };
    await writeOrderOf(trx, 'rooms', by.scope.editionId, order);
    return { ok: true };
  });
}

/** Removes a room that no session stands in; refused with the titles of those that do. */
export function removeRoom(services: Services, { id, ...by }: Change & { id: string }): Promise<ChangedRoom> {
  return change(services, { ...by, id, action: 'edition.remove_room' }, async (trx) => {
    const { editionId } = by.scope;
    const placed = await listPlacedIn(trx, editionId, { roomId: id });
    if (placed.length > 0) return { ok: false, reason: 'in_use', sessions: placed.map(({ title }) => title) };
    const published = await listPublishedIn(trx, editionId, id);
    if (published.length > 0) return { ok: false, reason: 'published_in', sessions: published.map(({ title }) => title) };
    await clearCancelled(trx, editionId);
    await deleteRoom(trx, editionId, id);
    return { ok: true };
  });
}

/** The order after one step of one id; null: there is no such id. */
export function stepped(ids: readonly string[], id: string, to: 'up' | 'down'): string[] | null {
  const at = ids.indexOf(id);
  if (at < 0) return null;
  const before = to === 'up' ? ids[Math.max(at - 1, 0)] : ids[at + 2];
  return reorder([...ids], id, before ?? null);
}

async function change(
  services: Services,
  { viewer, scope, id, action }: Change & { id: string; action: string },
  work: (trx: Trx, rooms: RoomRow[]) => Promise<ChangedRoom>,
): Promise<ChangedRoom> {
  return inTransaction(services.db, async (trx) => {
    await holdEdition(trx, scope.editionId);
    const changed = await work(trx, await listRooms(trx, scope.editionId));
    if (!changed.ok) return changed;
    await touchDraft(trx, scope.editionId);
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action, subjectType: 'edition', subjectId: scope.editionId },
      detail: { roomId: id },
    });
    return changed;
  });
}
