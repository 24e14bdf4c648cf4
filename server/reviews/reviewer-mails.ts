import type { Locale } from '#app/locale.ts';
import { type ComplementState, isIdentity, type ProposedIdentity, type ProposedText } from '#app/model/complements.ts';
import { formatWhen } from '#app/model/format-when.ts';
import { plainText } from '#app/model/note-runs.ts';
import { identityLine, reviewerState, reviewWindow } from '#app/model/reviews.ts';
import { cleanLine } from '#app/model/text.ts';
import { whenOf } from '#app/model/when.ts';
import { listOwnComplements } from '#db/complements/read.ts';
import { findReviewForMail } from '#db/reviews/mails.ts';
import { findOwnReview } from '#db/reviews/read.ts';
import type { RenderedMail } from '#emails/rendered-mail.ts';
import { reviewInvitationMail } from '#emails/review-invitation.tsx';
import { reviewSummaryMail } from '#emails/review-summary.tsx';
import { senderOf } from '#server/attendance/meeting-in-mail.ts';
import type { MailTemplate } from '#server/outbox/mails.ts';
import type { Services } from '#server/services.ts';
import { readReviewForMail } from './access.ts';
import { blocksOf, identityOf, isOwnEntry, paragraphsIn, readDraft } from './read-draft.ts';
import { mintReviewLink } from './review-links.ts';

/** The invitation as things stand when it leaves; not wanted any more when the review is over, or the person taken off the list. */
export const renderReviewInvitation: MailTemplate<'review-invitation'> = (services, mail) =>
  renderAsking(services, { ...mail.payload, locale: mail.locale, reminder: null });

/** A reminder; not wanted any more by whoever answered, or proposed something, since it was queued. */
export const renderReviewReminder: MailTemplate<'review-reminder'> = (services, mail) =>
  renderAsking(services, { ...mail.payload, locale: mail.locale, reminder: mail.payload.occasion });

async function renderAsking(
  services: Services,
  asked: { reviewId: string; attendanceId: string; locale: Locale; reminder: 'soon' | 'last' | 'asked' | null },
): Promise<RenderedMail | null> {
  const { attendanceId, locale, reminder } = asked;
  const read = await readAddressee(services, asked);
  if (!read || reviewWindow(read.review, services.clock.now()) !== 'open') return null;
  const { review, reader, own } = read;
  if (reminder) {
    const proposals = (await listOwnComplements(services.db, reader.scope, { limit: 1 })).length;
    const state = reviewerState({ ...own, proposals });
    if (state === 'proposed' || state === 'nothing') return null;
  }
  const identity = identityOf(own);
  const link = await mintReviewLink(services, { attendanceId, personId: reader.scope.personId, locale });
  const organiser = review.openedBy ? await senderOf(services, review.openedBy) : undefined;
  const mail = reviewInvitationMail({
    ...{ locale, appUrl: services.env.appUrl, givenName: own.givenName, organiserName: organiser?.name ?? null, link, reminder },
    review: { ...review, title: cleanLine(review.title) },
    meetingDate: formatWhen(whenOf(review.edtf), { zone: review.timeZone, locale }).full,
    message: review.message,
    namedAs: identityLine(identity),
    passages: reminder ? [] : await ownPassages(services, read, link),
  });
  return { ...mail, ...(organiser && { organiser }) };
}

/** One mail about everything that somebody proposed; not wanted when nothing is left of it. */
export const renderReviewSummary: MailTemplate<'review-summary'> = async (services, mail) => {
  const { locale } = mail;
  const { reviewId, attendanceId } = mail.payload;
  const read = await readAddressee(services, mail.payload);
  if (!read) return null;
  const { review, reader, own } = read;
  const rows = (await listOwnComplements(services.db, reader.scope, { limit: 500 })).filter((row) => row.reviewId === reviewId);
  if (rows.length === 0) return null;
  const link = await mintReviewLink(services, { attendanceId, personId: reader.scope.personId, locale });
  return reviewSummaryMail({
    ...{ locale, appUrl: services.env.appUrl, givenName: own.givenName, link: `${link}#mine` },
    review: { ...review, title: cleanLine(review.title) },
    proposals: rows.map(({ kind, proposed, comment, state, applied, reason, baseText }) => ({
      ...{ kind, comment, reason, text: wordsOf(proposed) || baseText },
      state: state as Exclude<ComplementState, 'withdrawn'>,
      edited: applied !== null && wordsOf(applied) !== '' && wordsOf(applied) !== wordsOf(proposed),
    })),
  });
};

/** What a proposal says in words; '' when it says nothing of its own. */
export function wordsOf(proposed: ProposedText | ProposedIdentity | null): string {
  if (!proposed) return '';
  return isIdentity(proposed) ? identityLine(proposed) : plainText(proposed.inline);
}

async function readAddressee(services: Services, { reviewId, attendanceId }: { reviewId: string; attendanceId: string }) {
  const [review, reader] = await Promise.all([findReviewForMail(services.db, reviewId), readReviewForMail(services, attendanceId)]);
  if (!review || reader?.scope.meetingId !== review.meetingId) return null;
  const own = await findOwnReview(services.db, { ...reader.scope, reviewId });
  return own && { review, reader, own };
}

async function ownPassages(services: Services, { reader, own }: NonNullable<Awaited<ReturnType<typeof readAddressee>>>, link: string) {
  const { content } = await readDraft(services, reader);
  const identity = identityOf(own);
  return content.sections
    .flatMap((section) => section.entries)
    .filter((entry) => isOwnEntry(entry, identity))
    .flatMap((entry) => paragraphsIn(blocksOf(entry)))
    .map((paragraph) => ({
      text: plainText(paragraph.inline),
      href: `${link}?block=${encodeURIComponent(paragraph.id)}&do=replace#p-${encodeURIComponent(paragraph.id)}`,
    }));
}
