import { type ListedAddress, MAILING_LIST_LIMITS } from '#app/model/mailing-lists.ts';
import type { GroupScope, MeetingScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

export interface MailingList {
  id: string;
  name: string;
  revision: number;
  addresses: ListedAddress[];
}

/** The lists of a group, or of a meeting's group, with their addresses, by name; none for who does not organise it. */
export async function readMailingLists(db: Executor, { groupId, can }: GroupScope | MeetingScope): Promise<MailingList[]> {
  if (!can.organise) return [];
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
