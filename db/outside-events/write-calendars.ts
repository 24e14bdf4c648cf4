import { sql } from 'kysely';
import type { Trx } from '#db/client.ts';

interface InGroup {
  id: string;
  groupId: string;
}

/** Calendars that a group follows; holds the group, so that two new ones cannot pass a limit together. */
export async function countOutsideCalendars(trx: Trx, groupId: string): Promise<number> {
  await trx.selectFrom('groups').select('id').where('id', '=', groupId).forUpdate().executeTakeFirst();
  const { count } = await trx
    .selectFrom('outsideCalendars')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('groupId', '=', groupId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** To be read at once. False: the id is taken, by the same form sent before, or the group follows that address already. */
export async function insertOutsideCalendar(
  trx: Trx,
  { now, ...calendar }: InGroup & { name: string; url: string; createdBy: string; now: string },
): Promise<boolean> {
  const inserted = await trx
    .insertInto('outsideCalendars')
    .values({ ...calendar, nextFetchAt: now, createdAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

export async function renameOutsideCalendar(trx: Trx, { id, groupId, name }: InGroup & { name: string }): Promise<boolean> {
  const renamed = await trx
    .updateTable('outsideCalendars')
    .set({ name })
    .where('id', '=', id)
    .where('groupId', '=', groupId)
    .where('name', '!=', name)
    .executeTakeFirst();
  return renamed.numUpdatedRows === 1n;
}

/** With its events. False: it is gone already. */
export async function deleteOutsideCalendar(trx: Trx, { id, groupId }: InGroup): Promise<boolean> {
  const deleted = await trx.deleteFrom('outsideCalendars').where('id', '=', id).where('groupId', '=', groupId).executeTakeFirst();
  return deleted.numDeletedRows === 1n;
}

/** Asked for by an organiser: it is due now, and its failures so far count no more. */
export async function makeCalendarDue(trx: Trx, { id, groupId, now }: InGroup & { now: string }): Promise<boolean> {
  const updated = await trx
    .updateTable('outsideCalendars')
    .set({
      ...{ nextFetchAt: now, failures: 0 },
      // all of the file again: what was read then may have been read wrongly
      ...{ etag: null, lastModified: null },
      state: sql`case state when 'stopped' then 'failing' else state end`,
    })
    .where('id', '=', id)
    .where('groupId', '=', groupId)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}
