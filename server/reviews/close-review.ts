import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { closeRow, lockReview } from '#db/reviews/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import type { Services } from '#server/services.ts';
import { queueSummaries } from './tell-outcome.ts';

export type ClosedReview =
  | { ok: true }
  /** There never was such a review of this meeting; one that is closed already is as good as closed. */
  | { ok: false; reason: 'unknown' };

/**
 * Ends the time of proposing; the minutes stay in review until they are approved. What came in is kept and decided upon;
 * those who proposed are told the outcome once everything is decided, now if it is.
 */
export async function closeReview(
  services: Services,
  { viewer, scope, reviewId }: { viewer: Viewer; scope: OrganisedMeeting; reviewId: string },
): Promise<ClosedReview> {
  const { meetingId } = scope;
  const closed = await inTransaction<ClosedReview>(services.db, async (trx) => {
    const review = await lockReview(trx, reviewId, 'update');
    if (review?.meetingId !== meetingId) return { ok: false, reason: 'unknown' };
    if (review.closedAt) return { ok: true };
    await closeRow(trx, { id: reviewId, by: viewer.personId, now: services.clock.now().toString() });
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'review.close', subjectType: 'meeting', subjectId: meetingId },
      detail: { reviewId },
    });
    await queueSummaries(trx, services, reviewId);
    return { ok: true };
  });
  if (closed.ok) services.live.changed(meetingId, 'minutes');
  return closed;
}
