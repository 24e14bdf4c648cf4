import { localePath } from '#app/locale.ts';
import { reviewWindow } from '#app/model/reviews.ts';
import { cleanLine } from '#app/model/text.ts';
import { findSender } from '#db/attendance/invitations.ts';
import { countReview, findReviewForMail, listNewAnswers, listNewProposals } from '#db/reviews/mails.ts';
import { reviewDeadlineMail } from '#emails/review-deadline.tsx';
import { reviewDigestMail } from '#emails/review-digest.tsx';
import type { MailTemplate, MailToRender } from '#server/outbox/mails.ts';
import type { Services } from '#server/services.ts';
import { organiseReviewPath } from './access.ts';
import { wordsOf } from './reviewer-mails.ts';

/** Most proposals and answers that a digest counts. */
const COUNTED = 500;

/** What came in between two instants; not wanted any more when all of it was taken back. */
export const renderReviewDigest: MailTemplate<'review-digest'> = async (services, mail) => {
  const frame = await frameOf(services, mail);
  if (!frame) return null;
  const window = { ...mail.payload, limit: COUNTED };
  const [proposals, answers] = await Promise.all([listNewProposals(services.db, window), listNewAnswers(services.db, window)]);
  if (proposals.length + answers.length === 0) return null;
  const quoted = proposals.map(({ kind, authorName, proposed, comment, baseText }) => {
    return { kind, authorName, comment, text: wordsOf(proposed) || baseText };
  });
  return reviewDigestMail({ ...frame, proposals: quoted, answers });
};

/** The last day has passed; not wanted any more when there is more time, or the review was closed. */
export const renderReviewDeadline: MailTemplate<'review-deadline'> = async (services, mail) => {
  const frame = await frameOf(services, mail);
  return frame?.window === 'over' ? reviewDeadlineMail(frame) : null;
};

async function frameOf(services: Services, { payload, personId, locale }: MailToRender<'review-digest' | 'review-deadline'>) {
  const review = await findReviewForMail(services.db, payload.reviewId);
  const organiser = personId && (await findSender(services.db, personId));
  if (!review || !organiser) return null;
  const { appUrl } = services.env;
  return {
    ...{ locale, appUrl, givenName: organiser.givenName, window: reviewWindow(review, services.clock.now()) },
    review: { ...review, title: cleanLine(review.title) },
    counts: await countReview(services.db, payload.reviewId),
    decideUrl: `${appUrl}${localePath(`/minutes/${review.slug}/review`, locale)}`,
    followUrl: `${appUrl}${localePath(organiseReviewPath(review.slug), locale)}`,
  };
}
