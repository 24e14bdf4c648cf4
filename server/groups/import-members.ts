import type { MembershipRole } from '#app/model/groups.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { AddressTaken } from '#db/directory/write.ts';
import { lockMembersOf } from '#db/groups/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedGroup } from './access.ts';
import { isDecided, type PlannedRow } from './import-plan.ts';
import { type ImportDraft, planNow } from './preview-import.ts';
import { writePlan } from './write-plan.ts';

export type ImportedMembers =
  | { ok: true; added: number; alreadyMembers: number }
  /** A row is faulty or undecided, or the directory changed meanwhile: the plan says which, and nothing was written. */
  | { ok: false; reason: 'undecided'; plan: PlannedRow[] };

interface Import {
  viewer: Viewer;
  scope: OrganisedGroup;
  draft: ImportDraft;
  /** Of those who come new; members keep the role they have. */
  role: Exclude<MembershipRole, 'organiser'>;
}

/**
 * Adds the people of a table to a group in one transaction: all of them, or none while a row is faulty or undecided.
 * The plan is made anew under the group's lock; what the preview showed is not trusted. Sending the same form twice adds nothing.
 */
export async function importMembers(services: Services, wanted: Import): Promise<ImportedMembers> {
  const before = await attempt(services, wanted);
  if (before !== 'address_taken') return before;
  // somebody wrote one of these addresses between our reading and our writing; now that it is there, the plan knows it
  const after = await attempt(services, wanted);
  if (after === 'address_taken') throw new Error('An address found a new owner twice in a row during one import.');
  return after;
}

async function attempt(services: Services, { viewer, scope, draft, role }: Import): Promise<ImportedMembers | 'address_taken'> {
  try {
    return await inTransaction<ImportedMembers>(services.db, async (trx) => {
      await lockMembersOf(trx, scope.groupId);
      const plan = await planNow(trx, scope, draft);
      if (!isDecided(plan)) return { ok: false, reason: 'undecided', plan };
      const added = await writePlan(trx, scope, plan, role);
      const counts = { added: added.length, alreadyMembers: plan.filter((row) => row.plan.status === 'member').length };
      await recordAudit(trx, {
        personId: viewer.personId,
        action: 'membership.import',
        subjectType: 'group',
        subjectId: scope.groupId,
        detail: { ...counts, role },
      });
      return { ok: true, ...counts };
    });
  } catch (error) {
    if (error instanceof AddressTaken) return 'address_taken';
    throw error;
  }
}
