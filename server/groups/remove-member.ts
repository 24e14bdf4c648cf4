import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { findPlace, hasOtherOrganiser } from '#db/groups/members.ts';
import { deleteMembership, lockMembersOf } from '#db/groups/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedGroup } from './access.ts';

export type RemovedMember = { ok: true } | { ok: false; reason: 'last_organiser' };

/**
 * Takes somebody out of a group; out already is as good. Their open pages lose the group's rights at once.
 * The person, and their attendance at past meetings, stay: they were there.
 */
export async function removeMember(
  services: Services,
  { viewer, scope, personId }: { viewer: Viewer; scope: OrganisedGroup; personId: string },
): Promise<RemovedMember> {
  const removed = await inTransaction<RemovedMember>(services.db, async (trx) => {
    await lockMembersOf(trx, scope.groupId);
    const place = await findPlace(trx, scope.groupId, personId);
    if (!place) return { ok: true };
    if (place.role === 'organiser' && !(await hasOtherOrganiser(trx, scope.groupId, personId)))
      return { ok: false, reason: 'last_organiser' };
    await deleteMembership(trx, scope.groupId, personId);
    await recordAudit(trx, {
      personId: viewer.personId,
      action: 'membership.remove',
      subjectType: 'group',
      subjectId: scope.groupId,
      detail: { personId, role: place.role },
    });
    return { ok: true };
  });
  if (removed.ok) services.live.accessChanged({ personId });
  return removed;
}
