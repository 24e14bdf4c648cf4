import type { Trx } from '#db/client.ts';
import { countUndecided, listProposers, markReview, type ReviewDue, takeReviewDue } from '#db/reviews/reminders.ts';
import type { Services } from '#server/services.ts';
import { queueToReviewer } from './queue-review-mail.ts';

/**
 * Tells everybody who proposed something in a review what became of it, in one mail each: once it is closed and nothing
 * waits for a decision, or the minutes are out. Does nothing before, and nothing a second time.
 * Called when a review is closed, when its last proposal is decided, and every morning for what came otherwise.
 */
export async function queueSummaries(trx: Trx, services: Services, reviewId: string): Promise<void> {
  const review = await takeReviewDue(trx, reviewId);
  if (!review || !(await isSettled(trx, review))) return;
  for (const person of await listProposers(trx, reviewId)) {
    const { attendanceId } = person;
    const dedupeKey = `review-summary:${reviewId}:${attendanceId}`;
    await queueToReviewer(trx, services, person, { template: 'review-summary', payload: { reviewId, attendanceId }, dedupeKey });
  }
  await markReview(trx, reviewId, { summarisedAt: services.clock.now().toString() });
}

async function isSettled(trx: Trx, { id, closedAt, summarisedAt, minutesState }: ReviewDue): Promise<boolean> {
  if (summarisedAt !== null || closedAt === null) return false;
  return minutesState === 'published' || (await countUndecided(trx, id)) === 0;
}
