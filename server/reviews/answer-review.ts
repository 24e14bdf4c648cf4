import { type ReviewWindow, reviewWindow } from '#app/model/reviews.ts';
import type { ReviewScope } from '#app/model/scope.ts';
import { recordAudit } from '#db/audit/write.ts';
import { holdReviewer, lockReview, markAnswered } from '#db/reviews/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import { isStillListed } from './propose-complement.ts';

export type AnsweredReview =
  | { ok: true }
  /** Taken off the list of the meeting since. */
  | { ok: false; reason: 'gone' }
  | { ok: false; reason: 'not_open'; window: ReviewWindow };

/** « Je n’ai rien à ajouter », or « j’ai terminé »: who says so is not reminded any more. Proposals stay possible. */
export async function answerReview(services: Services, scope: ReviewScope): Promise<AnsweredReview> {
  const { reviewId, attendanceId, meetingId } = scope;
  const answered = await inTransaction<AnsweredReview>(services.db, async (trx) => {
    const review = await lockReview(trx, reviewId, 'share');
    if (!review || !(await isStillListed(trx, scope))) return { ok: false, reason: 'gone' };
    const now = services.clock.now();
    const window = reviewWindow(review, now);
    if (window !== 'open') return { ok: false, reason: 'not_open', window };
    const { answeredAt } = await holdReviewer(trx, { reviewId, attendanceId, now: now.toString() });
    if (answeredAt) return { ok: true };
    await markAnswered(trx, { reviewId, attendanceId, now: now.toString() });
    await recordAudit(trx, {
      ...{ personId: scope.personId, action: 'review.answer', subjectType: 'meeting', subjectId: meetingId },
      detail: { reviewId },
    });
    return { ok: true };
  });
  if (answered.ok) services.live.changed(meetingId, 'minutes');
  return answered;
}

/** Writes down that somebody (and not a program that follows links) has the page before their eyes; the first hour stays. */
export async function noteOpening(services: Services, scope: ReviewScope): Promise<void> {
  const { reviewId, attendanceId } = scope;
  await inTransaction(services.db, async (trx) => {
    const review = await lockReview(trx, reviewId, 'share');
    const now = services.clock.now();
    if (!review || reviewWindow(review, now) !== 'open' || !(await isStillListed(trx, scope))) return;
    await holdReviewer(trx, { reviewId, attendanceId, now: now.toString() });
  });
}
