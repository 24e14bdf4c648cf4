import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { findLastVersion } from '#db/programme/read-published.ts';
import { restoreDraft } from '#db/programme/restore-draft.ts';
import { touchDraft } from '#db/programme/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedEdition } from './access.ts';
import { holdEdition } from './hold-edition.ts';

export type ResetDraft =
  | { ok: true; number: number }
  /** Nothing was published yet. */
  | { ok: false; reason: 'never' }
  /** Somebody changed the draft since the page was read. */
  | { ok: false; reason: 'changed_since' }
  /** The published slots are no longer within the days of the edition. */
  | { ok: false; reason: 'days_changed' };

/** Throws the draft of a programme away: it is the last published version again. `programmeRevision`: of the page that asked. */
export async function resetDraft(
  services: Services,
  { viewer, scope, programmeRevision }: { viewer: Viewer; scope: OrganisedEdition; programmeRevision: number },
): Promise<ResetDraft> {
  const { editionId } = scope;
  return inTransaction(services.db, async (trx): Promise<ResetDraft> => {
    const edition = await holdEdition(trx, editionId);
    const last = await findLastVersion(trx, scope);
    if (!last) return { ok: false, reason: 'never' };
    if (edition.programmeRevision !== programmeRevision) return { ok: false, reason: 'changed_since' };
    if (last.slots.some(({ day }) => day < edition.startsOn || day > edition.endsOn)) return { ok: false, reason: 'days_changed' };
    await restoreDraft(trx, editionId, last);
    await touchDraft(trx, editionId);
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'edition.reset_programme', subjectType: 'edition', subjectId: editionId },
      detail: { number: last.number },
    });
    return { ok: true, number: last.number };
  });
}
