import { daysLeft, reviewWindow } from '#app/model/reviews.ts';
import type { Trx } from '#db/client.ts';
import { listNewAnswers, listNewProposals } from '#db/reviews/mails.ts';
import { listReviewOrganisers, listReviewsDue, markReview, type ReviewDue, takeReviewDue } from '#db/reviews/reminders.ts';
import { inTransaction } from '#db/transaction.ts';
import type { MailTemplateName } from '#server/outbox/mails.ts';
import type { MailToQueue } from '#server/outbox/queue-mail.ts';
import type { Services } from '#server/services.ts';
import { queueToReviewer } from './queue-review-mail.ts';
import { queueReminders } from './remind-reviewers.ts';
import { queueSummaries } from './tell-outcome.ts';

/** Most reviews that one morning looks after. */
const MOST = 1000;

/**
 * What is told of reviews in the morning: reminders two days before the deadline and on its day, to those who are silent;
 * to organisers one mail, about what came in or that the deadline has passed; to proposers the outcome. Each review is held
 * while its mails are queued and remembers what was told: a second run, or another node, finds nothing left.
 */
export async function remindOfReviews(services: Services): Promise<void> {
  for (const { id } of await listReviewsDue(services.db, { limit: MOST })) {
    await inTransaction(services.db, async (trx) => {
      const review = await takeReviewDue(trx, id);
      if (!review) return;
      const window = reviewWindow(review, services.clock.now());
      if (window === 'open') await remindSilent(trx, services, review);
      if (window === 'over') await tellDeadline(trx, services, review);
      if (window === 'open' || window === 'closed') await tellNews(trx, services, review);
      await queueSummaries(trx, services, id);
    });
  }
}

async function remindSilent(trx: Trx, services: Services, review: ReviewDue): Promise<void> {
  const left = daysLeft(review, services.clock.now());
  if (left === 0) await queueReminders(trx, services, review, 'last');
  if (left === 2) await queueReminders(trx, services, review, 'soon');
  // for a server that was down the day before; who got their mail then is left in peace
  if (left === 1) await queueReminders(trx, services, review, 'soon', { hours: 36 });
}

async function tellDeadline(trx: Trx, services: Services, { id: reviewId, deadline, toldDeadline }: ReviewDue): Promise<void> {
  if (toldDeadline === deadline) return;
  const dedupeKey = `review-deadline:${reviewId}:${deadline}`;
  await tellOrganisers(trx, services, reviewId, { template: 'review-deadline', payload: { reviewId, deadline }, dedupeKey });
  // the mail counts all that waits: what came in on the last day is told with it
  await markReview(trx, reviewId, { toldDeadline: deadline, digestedAt: services.clock.now().toString() });
}

async function tellNews(trx: Trx, services: Services, { id: reviewId, digestedAt: from }: ReviewDue): Promise<void> {
  const to = services.clock.now().toString();
  const since = { reviewId, from, to, limit: 1 };
  const news = (await listNewProposals(trx, since)).length + (await listNewAnswers(trx, since)).length;
  if (news === 0) return;
  const dedupeKey = `review-digest:${reviewId}:${from}`;
  await tellOrganisers(trx, services, reviewId, { template: 'review-digest', payload: { reviewId, from, to }, dedupeKey });
  await markReview(trx, reviewId, { digestedAt: to });
}

async function tellOrganisers<Name extends MailTemplateName>(
  trx: Trx,
  services: Services,
  reviewId: string,
  mail: Pick<MailToQueue<Name>, 'template' | 'payload' | 'dedupeKey'>,
): Promise<void> {
  for (const organiser of await listReviewOrganisers(trx, reviewId))
    await queueToReviewer(trx, services, organiser, { ...mail, dedupeKey: `${mail.dedupeKey}:${organiser.personId}` });
}
