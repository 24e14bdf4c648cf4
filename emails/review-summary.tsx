import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { ComplementState } from '#app/model/complements.ts';
import { renderMail } from './layout.tsx';
import type { MailBlock } from './mail-blocks.ts';
import type { RenderedMail } from './rendered-mail.ts';
import { excerpt, type QuotedProposal, quoteOf, type ReviewInMail } from './review-facts.ts';

export interface DecidedProposal extends QuotedProposal {
  state: Exclude<ComplementState, 'withdrawn'>;
  /** Accepted in other words than those proposed. */
  edited: boolean;
  /** Why it was refused, or an answer; '' when nobody wrote one. */
  reason: string;
}

export interface ReviewSummaryMail {
  locale: Locale;
  appUrl: string;
  givenName: string;
  review: ReviewInMail;
  proposals: readonly DecidedProposal[];
  /** The reader's page; a secret. */
  link: string;
}

/** Most proposals that one mail goes through; the page has them all. */
const MOST = 30;

/** What became of all that one participant proposed, in one mail. */
export function reviewSummaryMail({ locale, appUrl, givenName, review, proposals, link }: ReviewSummaryMail): RenderedMail {
  const { title, groupName } = review;
  const accepted = proposals.filter(({ state }) => state === 'accepted').length;
  const refused = proposals.filter(({ state }) => state === 'refused').length;
  const undecided = proposals.length - accepted - refused;
  const outcome = [
    ...(accepted > 0 ? [m.reviews_mail_accepted_count({ count: accepted }, { locale })] : []),
    ...(refused > 0 ? [m.reviews_mail_refused_count({ count: refused }, { locale })] : []),
    ...(undecided > 0 ? [m.reviews_mail_undecided_count({ count: undecided }, { locale })] : []),
  ].join(', ');
  return renderMail({
    ...{ locale, appUrl },
    subject: m.reviews_mail_summary_subject({ title }, { locale }),
    preview: outcome,
    blocks: [
      { kind: 'paragraph', text: m.emails_hello({ name: givenName }, { locale }) },
      { kind: 'paragraph', text: m.reviews_mail_summary_opening({ group: groupName }, { locale }) },
      { kind: 'heading', text: title },
      { kind: 'paragraph', text: m.reviews_mail_outcome({ outcome }, { locale }) },
      ...proposals.slice(0, MOST).map((proposal): MailBlock => quoteOf(proposal, decisionOf(proposal, locale), locale)),
      { kind: 'button', label: m.reviews_mail_summary_button({}, { locale }), href: link },
    ],
    reason: m.reviews_mail_summary_reason({ group: groupName }, { locale }),
  });
}

function decisionOf({ state, edited, reason }: DecidedProposal, locale: Locale): string {
  const decision = edited && state === 'accepted' ? m.reviews_state_accepted_edited({}, { locale }) : STATES[state]({}, { locale });
  return reason ? m.reviews_mail_decision_why({ decision, reason: excerpt(reason) }, { locale }) : decision;
}

const STATES = {
  open: m.reviews_state_undecided,
  accepted: m.reviews_state_accepted,
  refused: m.reviews_state_refused,
} as const satisfies Record<DecidedProposal['state'], unknown>;
