import { m } from '#app/messages/compiled/messages.js';
import { renderMail } from './layout.tsx';
import type { RenderedMail } from './rendered-mail.ts';
import { type ReviewDigestMail, standing } from './review-digest.tsx';

export type ReviewDeadlineMail = Pick<ReviewDigestMail, 'locale' | 'appUrl' | 'givenName' | 'review' | 'counts' | 'decideUrl'> & {
  /** Where the review is followed, and given more time. */
  followUrl: string;
};

/** To organisers: the last day has passed, proposals are refused from now on, and this is what is left to do. */
export function reviewDeadlineMail({ locale, appUrl, givenName, review, counts, decideUrl, followUrl }: ReviewDeadlineMail): RenderedMail {
  const { title } = review;
  const left =
    counts.undecided > 0
      ? m.reviews_mail_deadline_what({ count: counts.undecided }, { locale })
      : m.reviews_mail_deadline_nothing({}, { locale });
  return renderMail({
    ...{ locale, appUrl },
    subject: m.reviews_mail_deadline_subject({ title }, { locale }),
    preview: left,
    blocks: [
      { kind: 'paragraph', text: m.emails_hello({ name: givenName }, { locale }) },
      { kind: 'paragraph', text: m.reviews_mail_deadline_opening({ title }, { locale }) },
      standing(counts, review, locale),
      { kind: 'paragraph', text: left },
      { kind: 'button', label: m.reviews_mail_decide_button({}, { locale }), href: decideUrl },
      { kind: 'link', label: m.reviews_mail_more_time({}, { locale }), href: followUrl },
    ],
    reason: m.reviews_mail_organiser_reason({ group: review.groupName }, { locale }),
  });
}
