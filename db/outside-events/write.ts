import { sql } from 'kysely';
import type { OutsideEventPlan } from '#app/model/outside-events.ts';
import { nameKey } from '#app/model/text.ts';
import { boundsOf, formatEdtf } from '#app/model/when.ts';
import type { Trx } from '#db/client.ts';

/** The columns that a plan fills. */
function columnsOf({ when, ...plan }: OutsideEventPlan) {
  const bounds = boundsOf(when, plan.timeZone);
  return { ...plan, titleKey: nameKey(plan.title), edtf: formatEdtf(when), during: bounds ? `[${bounds.from},${bounds.to})` : null };
}

interface InGroup {
  id: string;
  groupId: string;
}

/** Events entered by hand that a group has; holds the group, so that two new ones cannot pass a limit together. */
export async function countOwnOutsideEvents(trx: Trx, groupId: string): Promise<number> {
  await trx.selectFrom('groups').select('id').where('id', '=', groupId).forUpdate().executeTakeFirst();
  const { count } = await trx
    .selectFrom('outsideEvents')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('groupId', '=', groupId)
    .where('calendarId', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** False: that id is taken, by the same form sent before. */
export async function insertOutsideEvent(
  trx: Trx,
  { plan, now, ...event }: InGroup & { createdBy: string; now: string; plan: OutsideEventPlan },
): Promise<boolean> {
  const inserted = await trx
    .insertInto('outsideEvents')
    .values({ ...event, ...columnsOf(plan), createdAt: now, changedAt: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** False: no such event was entered by hand in this group, or somebody saved it since `revision`. */
export async function updateOutsideEvent(
  trx: Trx,
  { id, groupId, revision, plan, now }: InGroup & { revision: number; plan: OutsideEventPlan; now: string },
): Promise<boolean> {
  const updated = await trx
    .updateTable('outsideEvents')
    .set({ ...columnsOf(plan), revision: sql`revision + 1`, changedAt: now })
    .where('id', '=', id)
    .where('groupId', '=', groupId)
    .where('calendarId', 'is', null)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

/** False: it is gone already, or was read from a calendar. */
export async function deleteOutsideEvent(trx: Trx, { id, groupId }: InGroup): Promise<boolean> {
  const deleted = await trx
    .deleteFrom('outsideEvents')
    .where('id', '=', id)
    .where('groupId', '=', groupId)
    .where('calendarId', 'is', null)
    .executeTakeFirst();
  return deleted.numDeletedRows === 1n;
}

/** Takes an event of a followed calendar off what people see, or puts it back; false: it is so already, or gone. */
export async function setOutsideEventHidden(trx: Trx, { id, groupId, hidden }: InGroup & { hidden: boolean }): Promise<boolean> {
  const updated = await trx
    .updateTable('outsideEvents')
    .set({ hidden })
    .where('id', '=', id)
    .where('groupId', '=', groupId)
    .where('calendarId', 'is not', null)
    .where('hidden', '!=', hidden)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}
