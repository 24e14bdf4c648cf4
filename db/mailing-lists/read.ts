import type { ListedAddress } from '#app/model/mailing-lists.ts';
import { MAILING_LIST_LIMITS } from '#app/model/mailing-lists.ts';
import type { GroupScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

export interface MailingList {
  id: string;
  name: string;
  revision: number;
  addresses: ListedAddress[];
}

/** A group's lists with their addresses, by name; for its organisers only, as the caller's scope says. */
export async function readMailingLists(db: Executor, { groupId }: GroupScope): Promise<MailingList[]> {
  const lists = await db
    .selectFrom('mailingLists')
    .select(['id', 'name', 'revision'])
    .where('groupId', '=', groupId)
    .orderBy('name')
    .orderBy('id')
    .limit(MAILING_LIST_LIMITS.listsOfAGroup)
    .execute();
  if (lists.length === 0) return [];
  const rows = await db
    .selectFrom('mailingListAddresses')
    .select(['listId', 'address', 'name'])
    .where(
      'listId',
      'in',
      lists.map(({ id }) => id),
    )
    .orderBy('address')
    .limit(MAILING_LIST_LIMITS.listsOfAGroup * MAILING_LIST_LIMITS.addresses)
    .execute();
  const of = Map.groupBy(rows, ({ listId }) => listId);
  return lists.map((list) => ({ ...list, addresses: (of.get(list.id) ?? []).map(({ address, name }) => ({ address, name })) }));
}
