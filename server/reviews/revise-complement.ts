import { isDeepStrictEqual } from 'node:util';
import { isIdentity, type ProposedIdentity, type ProposedText } from '#app/model/complements.ts';
import { type Proposal, type ProposalFault, parseProposal, type SentProposal } from '#app/model/proposals.ts';
import { type ReviewWindow, reviewWindow } from '#app/model/reviews.ts';
import type { ReviewScope } from '#app/model/scope.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { type HeldProposal, lockOwnComplement, rewriteComplement, withdrawRow } from '#db/complements/write.ts';
import { holdReviewer, lockReview } from '#db/reviews/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import { isStillListed, proposedOf } from './propose-complement.ts';

export type Revised =
  | { ok: true }
  /** Not on the list of the meeting any more, or no such proposal of theirs. */
  | { ok: false; reason: 'gone' }
  | { ok: false; reason: 'not_open'; window: ReviewWindow }
  /** An organiser decided meanwhile, or it was withdrawn. */
  | { ok: false; reason: 'decided' }
  /** Changed in another window since this form was made. */
  | { ok: false; reason: 'conflict' }
  | { ok: false; reason: 'fault'; fault: ProposalFault };

/** Other words for a proposal that nobody decided upon yet. `revision`: the one that its author had before their eyes. */
export async function reviseComplement(
  services: Services,
  scope: ReviewScope,
  { id, revision, sent }: { id: string; revision: number; sent: Omit<SentProposal, 'kind'> },
): Promise<Revised> {
  return change(services, scope, { id, revision, action: 'complement.revise' }, (held) => {
    const proposal = parseProposal({ ...sent, kind: held.kind }, { text: held.baseText });
    if (typeof proposal === 'string') return { ok: false, reason: 'fault', fault: proposal };
    const proposed = rewritten(proposal, held.proposed);
    // the same form sent twice
    if (held.revision === revision + 1 && saysTheSame(held, { proposed, comment: proposal.comment })) return 'done';
    return (trx) => rewriteComplement(trx, { id, proposed, comment: proposal.comment });
  });
}

/** Takes back a proposal that nobody decided upon yet. */
export async function withdrawComplement(
  services: Services,
  scope: ReviewScope,
  { id, revision }: { id: string; revision: number },
): Promise<Revised> {
  return change(services, scope, { id, revision, action: 'complement.withdraw' }, (held) =>
    held.state === 'withdrawn' ? 'done' : (trx) => withdrawRow(trx, id),
  );
}

/** What is to be written, or why nothing is: it was before, or what was sent has a fault. */
type Plan = ((trx: Trx) => Promise<void>) | 'done' | Exclude<Revised, { ok: true }>;

async function change(
  services: Services,
  scope: ReviewScope,
  { id, revision, action }: { id: string; revision: number; action: string },
  planOf: (held: HeldProposal) => Plan,
): Promise<Revised> {
  const { meetingId, minutesId, reviewId, attendanceId } = scope;
  const changed = await inTransaction<Revised>(services.db, async (trx) => {
    const review = await lockReview(trx, reviewId, 'share');
    if (!review || !(await isStillListed(trx, scope))) return { ok: false, reason: 'gone' };
    const now = services.clock.now();
    const window = reviewWindow(review, now);
    if (window !== 'open') return { ok: false, reason: 'not_open', window };
    await holdReviewer(trx, { reviewId, attendanceId, now: now.toString() });
    const held = await lockOwnComplement(trx, { id, minutesId, attendanceId });
    if (!held) return { ok: false, reason: 'gone' };
    const plan = planOf(held);
    if (plan === 'done') return { ok: true };
    if (held.state !== 'open') return { ok: false, reason: 'decided' };
    if (held.revision !== revision) return { ok: false, reason: 'conflict' };
    if (typeof plan !== 'function') return plan;
    await plan(trx);
    await recordAudit(trx, {
      ...{ personId: scope.personId, action, subjectType: 'meeting', subjectId: meetingId },
      detail: { complementId: id },
    });
    return { ok: true };
  });
  if (changed.ok) services.live.changed(meetingId, 'minutes');
  return changed;
}

function rewritten(proposal: Proposal, before: ProposedText | ProposedIdentity | null): ProposedText | ProposedIdentity | null {
  return proposedOf(proposal, before && !isIdentity(before) ? before.kind : 'text');
}

function saysTheSame(held: HeldProposal, now: Pick<HeldProposal, 'proposed' | 'comment'>): boolean {
  return held.comment === now.comment && isDeepStrictEqual(held.proposed, now.proposed);
}
