import type { EditionPlan } from '#app/model/programme.ts';
import type { ProgrammeSlot } from '#app/model/programme-draft.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { type EditionState, updateEdition } from '#db/programme/write.ts';
import { listSlots } from '#db/programme/write-slots.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedEdition } from './access.ts';
import { holdEdition } from './hold-edition.ts';

export type EditedEdition =
  | { ok: true }
  /** Somebody saved since the form was filled: theirs stays and comes back. */
  | { ok: false; reason: 'conflict'; current: EditionState }
  /** These slots would be outside the new days. */
  | { ok: false; reason: 'slots_outside'; slots: ProgrammeSlot[] };

/** Writes the name, days, place and presentation of an edition. `revision` is the one that the form was filled from. */
export async function editEdition(
  services: Services,
  { viewer, scope, revision, plan }: { viewer: Viewer; scope: OrganisedEdition; revision: number; plan: EditionPlan },
): Promise<EditedEdition> {
  return inTransaction(services.db, async (trx): Promise<EditedEdition> => {
    const current = await holdEdition(trx, scope.editionId);
    if (current.revision !== revision) return { ok: false, reason: 'conflict', current };
    const outside = (await listSlots(trx, scope.editionId)).filter(({ day }) => day < plan.startsOn || day > plan.endsOn);
    if (outside.length > 0) return { ok: false, reason: 'slots_outside', slots: outside };
    await updateEdition(trx, scope.editionId, plan);
    await recordAudit(trx, { personId: viewer.personId, action: 'edition.edit', subjectType: 'edition', subjectId: scope.editionId });
    return { ok: true };
  });
}
