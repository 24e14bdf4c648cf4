import type { ProgrammeSlot } from '#app/model/programme-draft.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { type EditionState, touchDraft } from '#db/programme/write.ts';
import { clearSlot, listPlacedIn } from '#db/programme/write-placements.ts';
import { deleteSlot, insertSlot, listSlots, type SlotRow, updateSlot } from '#db/programme/write-slots.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedEdition } from './access.ts';
import { checkSlot, type SlotFault } from './check-slot.ts';
import { holdEdition } from './hold-edition.ts';

export type ChangedSlot =
  | { ok: true }
  | ({ ok: false; reason: 'fault' } & SlotFault)
  | { ok: false; reason: 'gone' }
  /** Somebody saved since the form was filled: theirs stays and comes back. */
  | { ok: false; reason: 'conflict'; current: SlotRow }
  /** Sessions stand in it, which would have to wait for a place: knowingly. */
  | { ok: false; reason: 'in_use'; sessions: string[] };

interface Change {
  viewer: Viewer;
  scope: OrganisedEdition;
}

/** Adds a slot; the same form sent twice adds one. Its day and hours exist; its label is cleaned and within EDITION_LIMITS. */
export function addSlot(services: Services, { slot, ...by }: Change & { slot: ProgrammeSlot }): Promise<ChangedSlot> {
  return change(services, { ...by, id: slot.id, action: 'edition.add_slot' }, async (trx, edition, slots) => {
    if (slots.some(({ id }) => id === slot.id)) return { ok: true };
    const fault = checkSlot(slot, edition, slots);
    if (fault) return { ok: false, reason: 'fault', ...fault };
    await insertSlot(trx, by.scope.editionId, slot);
    return { ok: true };
  });
}

/**
 * Writes a slot; sessions in it move with it. `revision` is the one that the form was filled from. A slot with sessions
 * becomes a break only when `release` says that they go back to those that wait for a place.
 */
export function editSlot(
  services: Services,
  { slot, revision, release, ...by }: Change & { slot: ProgrammeSlot; revision: number; release: boolean },
): Promise<ChangedSlot> {
  return change(services, { ...by, id: slot.id, action: 'edition.edit_slot' }, async (trx, edition, slots) => {
    const current = slots.find(({ id }) => id === slot.id);
    if (!current) return { ok: false, reason: 'gone' };
    if (current.revision !== revision) return { ok: false, reason: 'conflict', current };
    const fault = checkSlot(slot, edition, slots);
    if (fault) return { ok: false, reason: 'fault', ...fault };
    const kept = slot.kind === 'break' ? await empty(trx, by.scope.editionId, slot.id, release) : null;
    if (kept) return kept;
    await updateSlot(trx, by.scope.editionId, slot);
    return { ok: true };
  });
}

/** Removes a slot. `release`: sessions in it go back to those that wait for a place; else they keep it from being removed. */
export function removeSlot(services: Services, { id, release, ...by }: Change & { id: string; release: boolean }): Promise<ChangedSlot> {
  return change(services, { ...by, id, action: 'edition.remove_slot' }, async (trx) => {
    const kept = await empty(trx, by.scope.editionId, id, release);
    if (kept) return kept;
    await deleteSlot(trx, by.scope.editionId, id);
    return { ok: true };
  });
}

async function empty(trx: Trx, editionId: string, slotId: string, release: boolean): Promise<ChangedSlot | null> {
  const placed = await listPlacedIn(trx, editionId, { slotId });
  if (placed.length > 0 && !release) return { ok: false, reason: 'in_use', sessions: placed.map(({ title }) => title) };
  await clearSlot(trx, editionId, slotId);
  return null;
}

async function change(
  services: Services,
  { viewer, scope, id, action }: Change & { id: string; action: string },
  work: (trx: Trx, edition: EditionState, slots: SlotRow[]) => Promise<ChangedSlot>,
): Promise<ChangedSlot> {
  return inTransaction(services.db, async (trx) => {
    const edition = await holdEdition(trx, scope.editionId);
    const changed = await work(trx, edition, await listSlots(trx, scope.editionId));
    if (!changed.ok) return changed;
    await touchDraft(trx, scope.editionId);
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action, subjectType: 'edition', subjectId: scope.editionId },
      detail: { slotId: id },
    });
    return changed;
  });
}
