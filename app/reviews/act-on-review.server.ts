import { data, redirect } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { parseProposal } from '#app/model/proposals.ts';
import { isUuid } from '#app/model/uuid.ts';
import { findOwnReview } from '#db/reviews/read.ts';
import type { ReviewReader } from '#server/reviews/access.ts';
import { answerReview, noteOpening } from '#server/reviews/answer-review.ts';
import { type ProposalPlace, proposeComplement } from '#server/reviews/propose-complement.ts';
import { identityOf } from '#server/reviews/read-draft.ts';
import { reviseComplement, withdrawComplement } from '#server/reviews/revise-complement.ts';
import { openShown } from '#server/reviews/shown-paragraph.ts';
import type { Services } from '#server/services.ts';
import { baseForParsing, FAULTY, INTENTS, type ReviewFormValues, readReviewForm } from './review-form-values.ts';
import { faultWords, windowWords } from './review-words.ts';

/** What was sent and not taken: shown again with what is wrong, or to be copied when nothing is taken any more. */
export interface RefusedReview {
  values: ReviewFormValues | null;
  faults: { field: 'text' | 'comment' | 'name' | null; message: string }[];
}

const refused = (
  status: number,
  message: string,
  values: ReviewFormValues | null = null,
  field: 'text' | 'comment' | 'name' | null = null,
) => data({ refused: { values, faults: [{ field, message }] } satisfies RefusedReview }, { status });

/** What the forms of a review's page send. `path`: of the page, with its language. Null: the reader is off the list since. */
export async function actOnReview(services: Services, reader: ReviewReader, form: FormData, path: string) {
  const { scope } = reader;
  switch (form.get('intent')) {
    case INTENTS.opened:
      await noteOpening(services, scope);
      return redirect(path);
    case INTENTS.answer: {
      const answered = await answerReview(services, scope);
      if (answered.ok) return redirect(`${path}?done=answered#answer`);
      return answered.reason === 'gone' ? null : refused(409, windowWords(answered.window));
    }
    case INTENTS.propose:
      return propose(services, reader, readReviewForm(form), path);
    case INTENTS.revise:
      return revise(services, reader, readReviewForm(form), path);
    case INTENTS.withdraw: {
      const values = readReviewForm(form);
      const withdrawn = await withdrawComplement(services, scope, { id: values.id, revision: Number(values.revision) || 0 });
      if (withdrawn.ok) return redirect(`${path}?done=withdrawn#mine`);
      return refusedChange(withdrawn, null);
    }
    default:
      return data({ refused: null }, { status: 400 });
  }
}

async function propose(services: Services, reader: ReviewReader, values: ReviewFormValues, path: string) {
  const { scope } = reader;
  const own = await findOwnReview(services.db, scope);
  if (!own) return null;
  if (!isUuid(values.id)) return refused(400, m.reviews_misplaced(), values);
  const proposal = parseProposal(values, baseForParsing(values, identityOf(own)));
  if (typeof proposal === 'string') return refused(422, faultWords(proposal), values, FAULTY[proposal]);
  const place = placeOf(services, reader, values);
  if (!place) return refused(422, m.reviews_misplaced(), values);
  const proposed = await proposeComplement(services, scope, { id: values.id, proposal, place });
  if (proposed.ok) return redirect(`${path}?done=proposed#c-${values.id}`);
  switch (proposed.reason) {
    case 'gone':
      return null;
    case 'not_open':
      return refused(409, windowWords(proposed.window), values);
    case 'too_many':
      return refused(409, m.reviews_too_many(), values);
    case 'misplaced':
      return refused(422, m.reviews_misplaced(), values);
  }
}

/** Null: no page of ours showed such a paragraph. */
function placeOf(services: Services, { scope }: ReviewReader, values: ReviewFormValues): ProposalPlace | null {
  const { block: blockId, blockKind: kind, base: text, item: agendaItemId, seal } = values;
  if (blockId) {
    const shown = openShown(services, { meetingId: scope.meetingId, agendaItemId, blockId, kind, text, seal });
    return shown && { at: 'paragraph', shown };
  }
  if (!agendaItemId) return { at: 'minutes' };
  return isUuid(agendaItemId) ? { at: 'end', agendaItemId } : null;
}

async function revise(services: Services, { scope }: ReviewReader, values: ReviewFormValues, path: string) {
  const revised = await reviseComplement(services, scope, { id: values.id, revision: Number(values.revision) || 0, sent: values });
  return revised.ok ? redirect(`${path}?done=revised#c-${values.id}`) : refusedChange(revised, values);
}

function refusedChange(change: Exclude<Awaited<ReturnType<typeof reviseComplement>>, { ok: true }>, values: ReviewFormValues | null) {
  switch (change.reason) {
    case 'gone':
      return refused(404, m.reviews_proposal_gone(), values);
    case 'not_open':
      return refused(409, windowWords(change.window), values);
    case 'decided':
      return refused(409, m.reviews_decided_meanwhile(), values);
    case 'conflict':
      return refused(409, m.reviews_changed_elsewhere(), values);
    case 'fault':
      return refused(422, faultWords(change.fault), values, FAULTY[change.fault]);
  }
}
