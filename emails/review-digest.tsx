import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { renderMail } from './layout.tsx';
import type { MailBlock } from './mail-blocks.ts';
import type { RenderedMail } from './rendered-mail.ts';
import { deadlineOf, type QuotedProposal, quoteOf, type ReviewInMail } from './review-facts.ts';

export interface ReviewDigestMail {
  locale: Locale;
  appUrl: string;
  givenName: string;
  review: ReviewInMail;
  /** What is new, oldest first. */
  proposals: readonly (QuotedProposal & { authorName: string })[];
  /** Names of those who said that they had said all. */
  answers: readonly string[];
  counts: { asked: number; answered: number; undecided: number };
  /** Where proposals are decided upon. */
  decideUrl: string;
}

/** Most proposals and names that one mail tells; the page has them all. */
const MOST = 20;

/** Once a day to organisers, and only when something came in. */
export function reviewDigestMail({ locale, appUrl, givenName, review, proposals, answers, ...rest }: ReviewDigestMail): RenderedMail {
  const { title } = review;
  const news = [
    ...(proposals.length > 0 ? [m.reviews_mail_proposals_count({ count: proposals.length }, { locale })] : []),
    ...(answers.length > 0 ? [m.reviews_mail_answers_count({ count: answers.length }, { locale })] : []),
  ].join(', ');
  const names = answers.slice(0, MOST).join(', ');
  return renderMail({
    ...{ locale, appUrl },
    subject: m.reviews_mail_digest_subject({ title, news }, { locale }),
    preview: news,
    blocks: [
      { kind: 'paragraph', text: m.emails_hello({ name: givenName }, { locale }) },
      { kind: 'paragraph', text: m.reviews_mail_digest_opening({ title, news }, { locale }) },
      ...proposals.slice(0, MOST).map((proposal): MailBlock => quoteOf(proposal, proposal.authorName, locale)),
      ...(names ? [{ kind: 'paragraph', text: m.reviews_mail_said_all({ names }, { locale }) } as const] : []),
      standing(rest.counts, review, locale),
      { kind: 'button', label: m.reviews_mail_decide_button({}, { locale }), href: rest.decideUrl },
    ],
    reason: m.reviews_mail_organiser_reason({ group: review.groupName }, { locale }),
  });
}

/** Where a review stands, in numbers. */
export function standing(counts: ReviewDigestMail['counts'], review: ReviewInMail, locale: Locale): MailBlock {
  return {
    kind: 'facts',
    rows: [
      { term: m.reviews_mail_until({}, { locale }), lines: [deadlineOf(review, locale)] },
      { term: m.reviews_mail_answered({}, { locale }), lines: [m.reviews_of({ count: counts.answered, of: counts.asked }, { locale })] },
      { term: m.reviews_mail_undecided({}, { locale }), lines: [String(counts.undecided)] },
    ],
  };
}
