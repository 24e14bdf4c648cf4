import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { type GroupRecord, readGroup } from '#db/groups/read.ts';
import { type GroupDetails, updateGroup } from '#db/groups/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedGroup } from './access.ts';

export type EditedGroup = { ok: true } | { ok: false; reason: 'conflict'; current: GroupRecord };

/** Writes a group's details. `revision` is the one that the form was filled from: if somebody saved since, theirs stays and comes back. */
export async function editGroup(
  services: Services,
  { viewer, scope, revision, details }: { viewer: Viewer; scope: OrganisedGroup; revision: number; details: GroupDetails },
): Promise<EditedGroup> {
  return inTransaction(services.db, async (trx) => {
    if (!(await updateGroup(trx, scope.groupId, revision, details)))
      return { ok: false, reason: 'conflict', current: await readGroup(trx, scope) };
    await recordAudit(trx, {
      personId: viewer.personId,
      action: 'group.edit',
      subjectType: 'group',
      subjectId: scope.groupId,
      detail: { visibility: details.visibility },
    });
    return { ok: true };
  });
}
