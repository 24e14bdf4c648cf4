import { readDraft } from '#db/programme/read-draft.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedEdition } from './access.ts';
import { holdEdition } from './hold-edition.ts';
import { type Publication, planPublication } from './plan-publication.ts';

/** What publishing would do, and of which state of the draft: the number goes back with the form. */
export async function previewPublication(
  services: Services,
  scope: OrganisedEdition,
): Promise<Omit<Publication, 'steps' | 'content'> & { programmeRevision: number; drafts: number }> {
  // one state of the draft: nobody changes it between the first read and the last
  return inTransaction(services.db, async (trx) => {
    const edition = await holdEdition(trx, scope.editionId);
    const draft = await readDraft(trx, scope);
    const { steps: _, content: __, ...publication } = await planPublication(trx, services, { scope, edition, draft });
    const drafts = draft.sessions.filter(({ status, slotId }) => status === 'draft' && slotId === null).length;
    return { ...publication, programmeRevision: draft.programmeRevision, drafts };
  });
}
