import { OUTSIDE_EVENT_LIMITS, type OutsideEventPlan } from '#app/model/outside-events.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import {
  countOwnOutsideEvents,
  deleteOutsideEvent,
  insertOutsideEvent,
  setOutsideEventHidden,
  updateOutsideEvent,
} from '#db/outside-events/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { Organised } from './access.ts';

export type SavedOutsideEvent = { ok: true } | { ok: false; reason: 'too-many' | 'conflict' };

/** Enters an event of others. `id` is made by the form, so that the same form sent twice makes one. */
export async function addOutsideEvent(
  services: Services,
  { scope: { groupId }, viewer }: Organised,
  { id, plan }: { id: string; plan: OutsideEventPlan },
): Promise<SavedOutsideEvent> {
  const now = services.clock.now().toString();
  return inTransaction(services.db, async (trx): Promise<SavedOutsideEvent> => {
    if ((await countOwnOutsideEvents(trx, groupId)) >= OUTSIDE_EVENT_LIMITS.ofAGroup) return { ok: false, reason: 'too-many' };
    if (await insertOutsideEvent(trx, { id, groupId, plan, createdBy: viewer.personId, now })) await note(trx, viewer.personId, 'add', id);
    return { ok: true };
  });
}

/** Writes over an event that was entered by hand; `revision` is the one that the form was filled from. conflict: theirs stays, or it is gone. */
export async function editOutsideEvent(
  services: Services,
  { scope: { groupId }, viewer }: Organised,
  { id, revision, plan }: { id: string; revision: number; plan: OutsideEventPlan },
): Promise<SavedOutsideEvent> {
  const now = services.clock.now().toString();
  return inTransaction(services.db, async (trx): Promise<SavedOutsideEvent> => {
    if (!(await updateOutsideEvent(trx, { id, groupId, revision, plan, now }))) return { ok: false, reason: 'conflict' };
    await note(trx, viewer.personId, 'edit', id);
    return { ok: true };
  });
}

/** Removes an event that was entered by hand; one that is gone already stays gone. */
export async function removeOutsideEvent(services: Services, { scope: { groupId }, viewer }: Organised, id: string): Promise<void> {
  await inTransaction(services.db, async (trx) => {
    if (await deleteOutsideEvent(trx, { id, groupId })) await note(trx, viewer.personId, 'remove', id);
  });
}

/** Takes an event of a followed calendar off what people see, or puts it back; it stays so when the calendar is read again. */
export async function hideOutsideEvent(
  services: Services,
  { scope: { groupId }, viewer }: Organised,
  { id, hidden }: { id: string; hidden: boolean },
): Promise<void> {
  await inTransaction(services.db, async (trx) => {
    if (await setOutsideEventHidden(trx, { id, groupId, hidden })) await note(trx, viewer.personId, hidden ? 'hide' : 'show', id);
  });
}

const note = (trx: Trx, personId: string, verb: string, subjectId: string) =>
  recordAudit(trx, { personId, action: `outside-event.${verb}`, subjectType: 'outside_event', subjectId });
