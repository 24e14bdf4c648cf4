import type { RowFault } from '#app/model/attendee-table.ts';
import { parseEmail } from '#app/model/directory.ts';
import type { MembershipRole } from '#app/model/groups.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { KnownPerson } from '#db/directory/match.ts';
import { AddressTaken } from '#db/directory/write.ts';
import { lockMembersOf } from '#db/groups/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedGroup } from './access.ts';
import type { Choice, ImportRow, RowPlan } from './import-plan.ts';
import { planNow } from './preview-import.ts';
import type { Candidate } from './recognise.ts';
import { writePlan } from './write-plan.ts';

export type AddedMember =
  | { ok: true; personId: string }
  | { ok: false; reason: 'faulty'; faults: RowFault[] }
  | { ok: false; reason: 'already_member'; person: KnownPerson }
  | { ok: false; reason: 'organiser_without_address' }
  /** Perhaps somebody who is in the directory: ask, then call again with `choice`. */
  | { ok: false; reason: 'doubt'; by: 'name' | 'email'; candidates: Candidate[]; proposed: string | null };

interface NewMember {
  viewer: Viewer;
  scope: OrganisedGroup;
  /** As typed; its id comes with the form, so that the same form sent twice adds one person. */
  person: Omit<ImportRow, 'line' | 'tooManyCells'>;
  choice: Choice | null;
  role: MembershipRole;
}

/** Adds one person to a group, recognising who is in the directory already as an import does. */
export async function addMember(services: Services, wanted: NewMember): Promise<AddedMember> {
  try {
    return await attempt(services, wanted);
  } catch (error) {
    // lost a race for the address: with its owner there, the second attempt asks whether it is the same person
    if (error instanceof AddressTaken) return attempt(services, wanted);
    throw error;
  }
}

async function attempt(services: Services, { viewer, scope, person, choice, role }: NewMember): Promise<AddedMember> {
  const row: ImportRow = { ...person, line: 1, tooManyCells: false };
  const choices = new Map(choice ? [[row.id, choice]] : []);
  const added = await inTransaction<AddedMember>(services.db, async (trx) => {
    await lockMembersOf(trx, scope.groupId);
    const [planned] = await planNow(trx, scope, { rows: [row], choices, skipped: new Set() });
    if (!planned) throw new Error('A plan of one row came back empty.');
    const refusal = refusalOf(planned.plan, row.id);
    if (refusal) return refusal;
    if (role === 'organiser' && !reachable(planned.plan, row.email)) return { ok: false, reason: 'organiser_without_address' };
    const [personId] = await writePlan(trx, scope, [planned], role);
    if (personId === undefined) return { ok: true, personId: choice && choice !== 'other' ? choice : row.id };
    await recordAudit(trx, {
      personId: viewer.personId,
      action: 'membership.add',
      subjectType: 'group',
      subjectId: scope.groupId,
      detail: { personId, role },
    });
    return { ok: true, personId };
  });
  if (added.ok) services.live.accessChanged({ personId: added.personId });
  return added;
}

function refusalOf(plan: RowPlan, sentId: string): AddedMember | null {
  if (plan.status === 'faulty') return { ok: false, reason: 'faulty', faults: plan.faults };
  if (plan.status === 'member') return plan.person.id === sentId ? null : { ok: false, reason: 'already_member', person: plan.person };
  if (plan.status !== 'doubt' || plan.choice !== null) return null;
  const { by, candidates, proposed } = plan;
  return { ok: false, reason: 'doubt', by, candidates, proposed };
}

/** Whether the person will have an address to sign in with. */
function reachable(plan: RowPlan, typed: string): boolean {
  if (plan.status === 'known' || plan.status === 'member') return plan.person.email !== null;
  if (plan.status !== 'doubt') return parseEmail(typed) !== null;
  if (plan.choice === 'other') return plan.by !== 'email' && parseEmail(typed) !== null;
  return plan.candidates.some((one) => one.id === plan.choice && one.email !== null);
}
