import { type AgendaItemRow, findAgendaItem } from '#db/agenda/read.ts';
import { deleteItem, listOrder, writeOrder } from '#db/agenda/write.ts';
import type { Services } from '#server/services.ts';
import { type AgendaChange, changeAgenda } from './change-agenda.ts';

/** What was removed and the point it stood before, to put it back. 'conflict': somebody changed it since it was shown. */
export type RemovedItem =
  | { ok: true; removed: AgendaItemRow; before: string | null }
  | { ok: false; reason: 'conflict'; current: AgendaItemRow }
  | { ok: false; reason: 'gone' | 'cancelled' };

/** Removes a point. Notes written under it stay in the notes' document, and come back with it. */
export async function removeAgendaItem(
  services: Services,
  { id, revision, ...change }: AgendaChange & { id: string; revision: number },
): Promise<RemovedItem> {
  const { meetingId } = change.scope;
  return changeAgenda<RemovedItem>(services, change, { action: 'remove', itemId: id }, async (trx) => {
    const removed = await findAgendaItem(trx, change.scope, id);
    if (!removed) return { ok: false, reason: 'gone' };
    if (removed.revision !== revision) return { ok: false, reason: 'conflict', current: removed };
    const ids = (await listOrder(trx, meetingId)).map((item) => item.id);
    await deleteItem(trx, { id, meetingId });
    const rest = ids.filter((other) => other !== id);
    await writeOrder(trx, meetingId, rest);
    return { ok: true, removed, before: ids[ids.indexOf(id) + 1] ?? null };
  });
}
