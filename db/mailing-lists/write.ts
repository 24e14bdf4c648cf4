import { sql } from 'kysely';
import type { ListedAddress } from '#app/model/mailing-lists.ts';
import type { Trx } from '#db/client.ts';

export interface MailingListRow {
  id: string;
  groupId: string;
  name: string;
}

/** Lists that a group has; holds the group, so that two new lists cannot pass a limit together. */
export async function countLists(trx: Trx, groupId: string): Promise<number> {
  await trx.selectFrom('groups').select('id').where('id', '=', groupId).forUpdate().executeTakeFirst();
  const { count } = await trx
    .selectFrom('mailingLists')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('groupId', '=', groupId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** False: that id is taken, by the same form sent before or by another group's list. */
export async function insertList(trx: Trx, list: MailingListRow): Promise<boolean> {
  const inserted = await trx
    .insertInto('mailingLists')
    .values(list)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** False: there is no such list of this group, or somebody saved it since `revision`. */
export async function renameList(trx: Trx, { id, groupId, name }: MailingListRow, revision: number): Promise<boolean> {
  const renamed = await trx
    .updateTable('mailingLists')
    .set({ name, revision: sql`revision + 1` })
    .where('id', '=', id)
    .where('groupId', '=', groupId)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return renamed.numUpdatedRows === 1n;
}

export async function replaceAddresses(trx: Trx, listId: string, addresses: readonly ListedAddress[]): Promise<void> {
  await trx.deleteFrom('mailingListAddresses').where('listId', '=', listId).execute();
  if (addresses.length > 0)
    await trx
      .insertInto('mailingListAddresses')
      .values(addresses.map((each) => ({ listId, ...each })))
      .execute();
}

/** False: it is gone already, or is not this group's. */
export async function deleteList(trx: Trx, { id, groupId }: Pick<MailingListRow, 'id' | 'groupId'>): Promise<boolean> {
  const deleted = await trx.deleteFrom('mailingLists').where('id', '=', id).where('groupId', '=', groupId).executeTakeFirst();
  return deleted.numDeletedRows === 1n;
}
