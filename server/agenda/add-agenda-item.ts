import { AGENDA_LIMITS, type AgendaPoint, reorder, sumOf } from '#app/model/agenda.ts';
import { insertItem, listOrder, writeOrder } from '#db/agenda/write.ts';
import type { Services } from '#server/services.ts';
import { type AgendaChange, changeAgenda } from './change-agenda.ts';
import { arePresenters } from './presenters.ts';

export type AddedItem =
  | { ok: true }
  /** The whole agenda would pass 24 hours: `planned` minutes. */
  | { ok: false; reason: 'too_long'; planned: number }
  | { ok: false; reason: 'too_many' | 'unknown_presenter' | 'cancelled' };

/**
 * Adds a point at the end of an agenda, or before another (undoing a removal). `id` comes with the form: the same form sent
 * twice adds one point, and a restored point finds the notes that were written under it.
 */
export async function addAgendaItem(
  services: Services,
  { id, point, before = null, ...change }: AgendaChange & { id: string; point: AgendaPoint; before?: string | null },
): Promise<AddedItem> {
  const { meetingId } = change.scope;
  return changeAgenda<AddedItem>(services, change, { action: 'add', itemId: id }, async (trx) => {
    const order = await listOrder(trx, meetingId);
    if (order.some((item) => item.id === id)) return { ok: true };
    if (order.length >= AGENDA_LIMITS.items) return { ok: false, reason: 'too_many' };
    const planned = sumOf(order) + point.durationMinutes;
    if (planned > AGENDA_LIMITS.minutes) return { ok: false, reason: 'too_long', planned };
    if (!(await arePresenters(trx, change.scope, point.presenterIds))) return { ok: false, reason: 'unknown_presenter' };
    if (!(await insertItem(trx, { id, meetingId, point, position: order.length + 1 })))
      throw new Error('A form brought the id of a point of another meeting.');
    const ids = [...order.map((item) => item.id), id];
    await writeOrder(trx, meetingId, reorder(ids, id, before) ?? ids);
    return { ok: true };
  });
}
