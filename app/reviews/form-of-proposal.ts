import type { OwnProposal } from '#server/reviews/read-review-page.ts';
import { NO_VALUES, type ReviewFormValues } from './review-form-values.ts';

/** The form that changes what was proposed before. */
export function formOfProposal(proposal: OwnProposal): ReviewFormValues {
  const { id, revision, kind, blockId, agendaItemId, baseText, comment, words, identity } = proposal;
  return {
    ...NO_VALUES,
    ...{ id, revision: String(revision), kind, comment, base: baseText, block: blockId ?? '', item: agendaItemId ?? '' },
    ...(identity ?? { text: words }),
  };
}
