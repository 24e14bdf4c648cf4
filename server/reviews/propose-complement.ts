import { MAX_OPEN_COMPLEMENTS, type ProposedIdentity, type ProposedText } from '#app/model/complements.ts';
import type { BlockKind } from '#app/model/notes.ts';
import type { Proposal } from '#app/model/proposals.ts';
import { identityLine, type ReviewWindow, reviewWindow } from '#app/model/reviews.ts';
import type { ReviewScope } from '#app/model/scope.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { countOpenComplements, findPoint, insertComplement, lockOwnComplement } from '#db/complements/write.ts';
import { findOwnReview, type OwnReview } from '#db/reviews/read.ts';
import { holdReviewer, lockReview } from '#db/reviews/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import { identityOf } from './read-draft.ts';
import type { ShownParagraph } from './shown-paragraph.ts';

/** Where a proposal goes. */
export type ProposalPlace =
  /** A paragraph as the page showed it (openShown): it may have changed, or be gone, since. */
  | { at: 'paragraph'; shown: ShownParagraph }
  /** The end of a point of the meeting's agenda. */
  | { at: 'end'; agendaItemId: string }
  /** The minutes as a whole, or one's own name in them. */
  | { at: 'minutes' };

export type Proposed =
  | { ok: true }
  /** Taken off the list of the meeting since. */
  | { ok: false; reason: 'gone' }
  | { ok: false; reason: 'not_open'; window: ReviewWindow }
  | { ok: false; reason: 'too_many' }
  /** No page of ours offers this, or the id is that of another proposal. */
  | { ok: false; reason: 'misplaced' };

/**
 * Keeps what a participant proposes for the minutes. `id` is made by the form: sent twice, it is kept once. The words that
 * it is about are kept beside it, so that it still says what it means when the notes have changed.
 */
export async function proposeComplement(
  services: Services,
  scope: ReviewScope,
  { id, proposal, place }: { id: string; proposal: Proposal; place: ProposalPlace },
): Promise<Proposed> {
  const { meetingId, minutesId, reviewId, attendanceId } = scope;
  if (!fits(proposal, place, meetingId)) return { ok: false, reason: 'misplaced' };
  const proposed = await inTransaction<Proposed>(services.db, async (trx) => {
    const review = await lockReview(trx, reviewId, 'share');
    const own = review && (await findOwnReview(trx, scope));
    if (!own) return { ok: false, reason: 'gone' };
    // after the lock: whoever tells organisers what came in until now has waited for this, or is waited for
    const now = services.clock.now();
    const window = reviewWindow(review, now);
    if (window !== 'open') return { ok: false, reason: 'not_open', window };
    // holds this author's line, so that two proposals at once are counted one after the other
    await holdReviewer(trx, { reviewId, attendanceId, now: now.toString() });
    if (await lockOwnComplement(trx, { id, minutesId, attendanceId })) return { ok: true };
    if ((await countOpenComplements(trx, { minutesId, attendanceId })) >= MAX_OPEN_COMPLEMENTS) return { ok: false, reason: 'too_many' };
    const agendaItemId = await pointOf(trx, place, meetingId);
    if (place.at === 'end' && !agendaItemId) return { ok: false, reason: 'misplaced' };
    const author = { authorId: scope.personId, attendanceId, ...authorOf(own) };
    const row = { id, minutesId, reviewId, kind: proposal.kind, comment: proposal.comment, createdAt: now.toString() };
    const kept = await insertComplement(trx, { ...row, ...author, agendaItemId, ...whatOf(proposal, place, own) });
    if (!kept) return { ok: false, reason: 'misplaced' };
    await recordAudit(trx, {
      ...{ personId: scope.personId, action: 'complement.propose', subjectType: 'meeting', subjectId: meetingId },
      detail: { complementId: id, kind: proposal.kind },
    });
    return { ok: true };
  });
  if (proposed.ok) services.live.changed(meetingId, 'minutes');
  return proposed;
}

/** Whether somebody is on the list of the meeting: taken off it, they lose their say at once. */
export async function isStillListed(trx: Trx, scope: ReviewScope): Promise<boolean> {
  return (await findOwnReview(trx, scope)) !== null;
}

/** What a proposal says in place of what stands there; null: nothing. `kind`: of the paragraph that it replaces. */
export function proposedOf(proposal: Proposal, kind: BlockKind): ProposedText | ProposedIdentity | null {
  switch (proposal.kind) {
    case 'replace':
      return { kind, inline: [{ text: proposal.text }] };
    case 'insert':
      return { kind: 'text', inline: [{ text: proposal.text }] };
    case 'identity':
      return proposal.identity;
    case 'delete':
    case 'comment':
      return null;
  }
}

function fits(proposal: Proposal, place: ProposalPlace, meetingId: string): boolean {
  if (place.at === 'paragraph') return place.shown.meetingId === meetingId && proposal.kind !== 'identity';
  if (place.at === 'end') return proposal.kind === 'insert' || proposal.kind === 'comment';
  return proposal.kind === 'identity' || proposal.kind === 'comment';
}

/** The point that a proposal belongs to; null: none, or it was taken off the agenda since. */
async function pointOf(trx: Trx, place: ProposalPlace, meetingId: string): Promise<string | null> {
  if (place.at === 'minutes') return null;
  return findPoint(trx, { meetingId, agendaItemId: place.at === 'end' ? place.agendaItemId : place.shown.agendaItemId });
}

function whatOf(proposal: Proposal, place: ProposalPlace, own: OwnReview) {
  if (place.at === 'paragraph') {
    const { blockId, kind, text } = place.shown;
    return { blockId, baseText: text, proposed: proposedOf(proposal, kind) };
  }
  const baseText = proposal.kind === 'identity' ? identityLine(identityOf(own)) : '';
  return { blockId: null, baseText, proposed: proposedOf(proposal, 'text') };
}

function authorOf(own: OwnReview): { authorName: string; authorOrganisation: string } {
  const { name, organisation } = identityOf(own);
  return { authorName: name, authorOrganisation: organisation };
}
