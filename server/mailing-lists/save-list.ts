import { type ListedAddress, MAILING_LIST_LIMITS } from '#app/model/mailing-lists.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { countLists, deleteList, insertList, renameList, replaceAddresses } from '#db/mailing-lists/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedGroup } from '#server/groups/access.ts';
import type { Services } from '#server/services.ts';

export type SavedList =
  | { ok: true }
  /** too-many-lists: of this group. conflict: somebody saved or removed it since the form was opened; theirs stays. */
  | { ok: false; reason: 'too-many-lists' | 'conflict' };

export interface ListToSave {
  /** Made by the form, so that the same form sent twice makes one list. */
  id: string;
  /** The one that the form was filled from; 0 for a new list. */
  revision: number;
  name: string;
  addresses: readonly ListedAddress[];
}

/** Makes a mailing list of a group, or replaces its name and addresses. */
export async function saveList(services: Services, by: Viewer, scope: OrganisedGroup, list: ListToSave): Promise<SavedList> {
  const { groupId } = scope;
  const row = { id: list.id, groupId, name: list.name };
  return inTransaction(services.db, async (trx): Promise<SavedList> => {
    if (list.revision === 0) {
      if ((await countLists(trx, groupId)) >= MAILING_LIST_LIMITS.listsOfAGroup) return { ok: false, reason: 'too-many-lists' };
      if (!(await insertList(trx, row))) return { ok: false, reason: 'conflict' };
    } else if (!(await renameList(trx, row, list.revision))) {
      return { ok: false, reason: 'conflict' };
    }
    await replaceAddresses(trx, list.id, list.addresses);
    await recordAudit(trx, {
      ...{ personId: by.personId, action: 'mailing-list.save', subjectType: 'group', subjectId: groupId },
      detail: { list: list.id, addresses: list.addresses.length },
    });
    return { ok: true };
  });
}

/** Removes a list with its addresses; one that is gone already stays gone. */
export async function removeList(services: Services, by: Viewer, { groupId }: OrganisedGroup, id: string): Promise<void> {
  await inTransaction(services.db, async (trx) => {
    if (!(await deleteList(trx, { id, groupId }))) return;
    await recordAudit(trx, {
      ...{ personId: by.personId, action: 'mailing-list.remove', subjectType: 'group', subjectId: groupId },
      detail: { list: id },
    });
  });
}
