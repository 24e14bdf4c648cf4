import type { Applied } from '#app/model/applied-complements.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { type HeldComplement, holdComplement, writeDecision } from '#db/complements/decide.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import { queueSummaries } from '#server/reviews/tell-outcome.ts';
import type { Services } from '#server/services.ts';
import { type Decided, decisionOf } from './decision.ts';
import { isDecidable, mayDecide } from './policy.ts';

type Verdict =
  | { ok: true; state: 'accepted' | 'refused'; applied: Applied | null; reason: string; afterCommit?: () => Promise<void> }
  | Extract<Decided, { ok: false }>;

/** Thrown to undo what a refused decision wrote before it was refused. */
class Refused extends Error {
  readonly answer: Extract<Decided, { ok: false }>;
  constructor(answer: Extract<Decided, { ok: false }>) {
    super(answer.reason);
    this.answer = answer;
  }
}

/**
 * The one way to a decision: holds the complement, so that of two organisers at once exactly one decides; writes the decision,
 * what it did, and who took it, all or nothing; tells open pages afterwards.
 */
export async function decide(
  services: Services,
  { scope, viewer, id }: { scope: OrganisedMeeting; viewer: Viewer; id: string },
  judge: (trx: Trx, complement: HeldComplement) => Promise<Verdict>,
): Promise<Decided> {
  if (!mayDecide(scope.can)) return { ok: false, reason: 'not-allowed' };
  const { meetingId } = scope;
  try {
    const { authorName, reviewId, afterCommit } = await inTransaction(services.db, async (trx) => {
      const complement = await holdComplement(trx, meetingId, id);
      if (!complement) throw new Refused({ ok: false, reason: 'unknown' });
      const decision = decisionOf(complement);
      if (decision) throw new Refused({ ok: false, reason: 'decided', decision });
      if (!isDecidable(complement.minutesState)) throw new Refused({ ok: false, reason: 'closed' });
      const verdict = await judge(trx, complement);
      if (!verdict.ok) throw new Refused(verdict);
      const { state, applied, reason } = verdict;
      const by = { personId: viewer.personId, name: `${viewer.givenName} ${viewer.familyName}`.trim() };
      await writeDecision(trx, id, { state, applied, reason, at: services.clock.now().toString(), by });
      await recordAudit(trx, {
        ...{ personId: viewer.personId, action: `complement.${state}`, subjectType: 'complement', subjectId: id },
        detail: { meetingId, kind: complement.kind },
      });
      return { authorName: complement.authorName, reviewId: complement.reviewId, afterCommit: verdict.afterCommit };
    });
    await afterCommit?.();
    // by itself: the review is held before its proposals, as whoever withdraws one does
    if (reviewId !== null) await inTransaction(services.db, (trx) => queueSummaries(trx, services, reviewId));
    services.live.changed(meetingId, 'minutes');
    return { ok: true, authorName };
  } catch (error) {
    if (error instanceof Refused) return error.answer;
    throw error;
  }
}
