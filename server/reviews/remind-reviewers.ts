import { morningFor } from '#app/model/reminders.ts';
import { reviewWindow } from '#app/model/reviews.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { lockSilentReviewers, markReminded } from '#db/reviews/reminders.ts';
import { lockReview } from '#db/reviews/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import type { ReviewReminderOccasion } from '#server/outbox/mails.ts';
import type { Services } from '#server/services.ts';
import { queueToReviewer } from './queue-review-mail.ts';

/** Nobody is written to twice within this time, whoever presses the button. */
const PEACE = { hours: 12 };

export type Reminded =
  /** `written`: mails that leave now; whoever got one in the last hours is left in peace. */
  { ok: true; written: number } | { ok: false; reason: 'not_open' };

/** Writes once more to everybody of whom nothing came. */
export async function remindReviewers(
  services: Services,
  { viewer, scope, reviewId }: { viewer: Viewer; scope: OrganisedMeeting; reviewId: string },
): Promise<Reminded> {
  const { meetingId } = scope;
  const reminded = await inTransaction<Reminded>(services.db, async (trx) => {
    const review = await lockReview(trx, reviewId, 'update');
    if (review?.meetingId !== meetingId || reviewWindow(review, services.clock.now()) !== 'open') return { ok: false, reason: 'not_open' };
    const written = await queueReminders(trx, services, review, 'asked');
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'review.remind', subjectType: 'meeting', subjectId: meetingId },
      detail: { reviewId, written },
    });
    return { ok: true, written };
  });
  if (reminded.ok) services.live.changed(meetingId, 'minutes');
  return reminded;
}

/** Queues a reminder to each silent reviewer of a review that is held, and tells how many; each occasion comes once for a deadline. */
export async function queueReminders(
  trx: Trx,
  services: Services,
  { id: reviewId, minutesId, deadline }: { id: string; minutesId: string; deadline: string },
  occasion: ReviewReminderOccasion,
  peace: Temporal.DurationLike = PEACE,
): Promise<number> {
  const now = services.clock.now();
  const silent = await lockSilentReviewers(trx, { reviewId, minutesId, before: now.subtract(peace).toString() });
  for (const person of silent) {
    const { attendanceId, timeZone } = person;
    const which = occasion === 'asked' ? now.toString() : `${deadline}:${occasion}`;
    const dedupeKey = `review-reminder:${reviewId}:${attendanceId}:${which}`;
    // what an organiser asks for leaves at once, what comes by itself not in the reader's night
    const notBefore = occasion === 'asked' ? null : (morningFor(now, timeZone)?.toString() ?? null);
    const payload = { reviewId, attendanceId, occasion };
    await queueToReviewer(trx, services, person, { template: 'review-reminder', payload, dedupeKey, notBefore });
  }
  await markReminded(trx, { reviewId, attendanceIds: silent.map((person) => person.attendanceId), now: now.toString() });
  return silent.length;
}
