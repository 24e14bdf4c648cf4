import type { MembershipRole } from '#app/model/groups.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { findPlace, hasOtherOrganiser } from '#db/groups/members.ts';
import { lockMembersOf, updateRole } from '#db/groups/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedGroup } from './access.ts';

export type ChangedRole = { ok: true } | { ok: false; reason: 'not_a_member' | 'last_organiser' | 'organiser_without_address' };

/** Gives a member another role. A group keeps an organiser, and an organiser has an address to sign in with. */
export async function changeRole(
  services: Services,
  { viewer, scope, personId, role }: { viewer: Viewer; scope: OrganisedGroup; personId: string; role: MembershipRole },
): Promise<ChangedRole> {
  const changed = await inTransaction<ChangedRole>(services.db, async (trx) => {
    await lockMembersOf(trx, scope.groupId);
    const place = await findPlace(trx, scope.groupId, personId);
    if (!place) return { ok: false, reason: 'not_a_member' };
    if (place.role === role) return { ok: true };
    if (role === 'organiser' && !place.reachable) return { ok: false, reason: 'organiser_without_address' };
    if (place.role === 'organiser' && !(await hasOtherOrganiser(trx, scope.groupId, personId)))
      return { ok: false, reason: 'last_organiser' };
    await updateRole(trx, scope.groupId, personId, role);
    await recordAudit(trx, {
      personId: viewer.personId,
      action: 'membership.change-role',
      subjectType: 'group',
      subjectId: scope.groupId,
      detail: { personId, from: place.role, to: role },
    });
    return { ok: true };
  });
  if (changed.ok) services.live.accessChanged({ personId });
  return changed;
}
