import { reorder } from '#app/model/agenda.ts';
import { listOrder, writeOrder } from '#db/agenda/write.ts';
import type { Services } from '#server/services.ts';
import { type AgendaChange, changeAgenda } from './change-agenda.ts';

/** Where a point goes: one step, or right before another point (null: to the end). */
export type Move = 'up' | 'down' | { before: string | null };

/** `position` counts from 1. 'gone': the point, or the one it should stand before, was deleted meanwhile. */
export type MovedItem = { ok: true; position: number; count: number } | { ok: false; reason: 'gone' | 'cancelled' };

/**
 * Moves one point. A move names a point and its new neighbour, never a whole order, and is applied to the order that stands
 * when its turn comes: two people who move at once both get what they asked for, and no point is lost.
 */
export async function moveAgendaItem(
  services: Services,
  { id, to, ...change }: AgendaChange & { id: string; to: Move },
): Promise<MovedItem> {
  const { meetingId } = change.scope;
  return changeAgenda<MovedItem>(services, change, { action: 'move', itemId: id }, async (trx) => {
    const ids = (await listOrder(trx, meetingId)).map((item) => item.id);
    const order = reorder(ids, id, neighbourOf(ids, id, to));
    if (!order) return { ok: false, reason: 'gone' };
    await writeOrder(trx, meetingId, order);
    return { ok: true, position: order.indexOf(id) + 1, count: order.length };
  });
}

function neighbourOf(ids: readonly string[], id: string, to: Move): string | null {
  if (typeof to === 'object') return to.before;
  const at = ids.indexOf(id);
  // one step down is before the next but one; at either edge the point stays where it is
  return ids[to === 'up' ? Math.max(at - 1, 0) : at + 2] ?? null;
}
