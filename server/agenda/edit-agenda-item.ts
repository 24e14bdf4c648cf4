import { AGENDA_LIMITS, type AgendaPoint, sumOf } from '#app/model/agenda.ts';
import { type AgendaItemRow, findAgendaItem } from '#db/agenda/read.ts';
import { listOrder, updateItem } from '#db/agenda/write.ts';
import type { Services } from '#server/services.ts';
import { type AgendaChange, changeAgenda } from './change-agenda.ts';
import { arePresenters } from './presenters.ts';

export type EditedItem =
  | { ok: true }
  | { ok: false; reason: 'too_long'; planned: number }
  /** Somebody saved since the form was filled: theirs stays and comes back. */
  | { ok: false; reason: 'conflict'; current: AgendaItemRow }
  | { ok: false; reason: 'gone' | 'unknown_presenter' | 'cancelled' };

/** Writes a point. `revision` is the one that the form was filled from. */
export async function editAgendaItem(
  services: Services,
  { id, revision, point, ...change }: AgendaChange & { id: string; revision: number; point: AgendaPoint },
): Promise<EditedItem> {
  const { meetingId } = change.scope;
  return changeAgenda<EditedItem>(services, change, { action: 'edit', itemId: id }, async (trx) => {
    const current = await findAgendaItem(trx, change.scope, id);
    if (!current) return { ok: false, reason: 'gone' };
    if (current.revision !== revision) return { ok: false, reason: 'conflict', current };
    const others = (await listOrder(trx, meetingId)).filter((item) => item.id !== id);
    const planned = sumOf(others) + point.durationMinutes;
    if (planned > AGENDA_LIMITS.minutes) return { ok: false, reason: 'too_long', planned };
    if (!(await arePresenters(trx, change.scope, point.presenterIds))) return { ok: false, reason: 'unknown_presenter' };
    await updateItem(trx, { id, meetingId, revision, point });
    return { ok: true };
  });
}
