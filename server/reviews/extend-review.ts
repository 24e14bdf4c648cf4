import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { lockReview, updateDeadline } from '#db/reviews/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import type { Services } from '#server/services.ts';
import { checkDeadline } from './open-review.ts';

export type ExtendedReview =
  | { ok: true }
  /** Closed, or decided upon, since; or there never was one. */
  | { ok: false; reason: 'not_open' }
  | { ok: false; reason: 'deadline_past' | 'deadline_far' };

/** Gives a review another last day, later or sooner; whoever was silent is reminded of the new one in its time. */
export async function extendReview(
  services: Services,
  { viewer, scope, reviewId, deadline }: { viewer: Viewer; scope: OrganisedMeeting; reviewId: string; deadline: string },
): Promise<ExtendedReview> {
  const { meetingId } = scope;
  const extended = await inTransaction<ExtendedReview>(services.db, async (trx) => {
    const review = await lockReview(trx, reviewId, 'update');
    if (review?.meetingId !== meetingId || review.closedAt || review.minutesState !== 'in_review') return { ok: false, reason: 'not_open' };
    const fault = checkDeadline(deadline, review.timeZone, services.clock.now());
    if (fault) return { ok: false, reason: fault };
    await updateDeadline(trx, { id: reviewId, deadline });
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'review.extend', subjectType: 'meeting', subjectId: meetingId },
      detail: { reviewId, from: review.deadline, to: deadline },
    });
    return { ok: true };
  });
  if (extended.ok) services.live.changed(meetingId, 'minutes');
  return extended;
}
