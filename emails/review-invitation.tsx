import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { renderMail } from './layout.tsx';
import type { MailBlock } from './mail-blocks.ts';
import type { RenderedMail } from './rendered-mail.ts';
import { deadlineOf, excerpt, type ReviewInMail } from './review-facts.ts';

export interface ReviewInvitationMail {
  locale: Locale;
  appUrl: string;
  givenName: string;
  /** Null: the group asks. */
  organiserName: string | null;
  review: ReviewInMail;
  /** « lundi 30 novembre 2020 » */
  meetingDate: string;
  /** The organiser's own words; '' when there are none. */
  message: string;
  /** How the minutes name the reader. */
  namedAs: string;
  /** What the minutes have the reader say, with the place of each on the page. */
  passages: readonly { text: string; href: string }[];
  /** The reader's page; a secret. */
  link: string;
  /** Null: the first mail; else why the reader is written to once more. */
  reminder: 'soon' | 'last' | 'asked' | null;
}

/** Most passages that one mail quotes; the page has them all. */
const MOST_PASSAGES = 5;

/** « Relisez ce que le compte-rendu vous fait dire » to one participant, and the reminder of it. */
export function reviewInvitationMail(mail: ReviewInvitationMail): RenderedMail {
  const { locale, appUrl, givenName, review, meetingDate, message, namedAs, link, reminder } = mail;
  const deadline = deadlineOf(review, locale);
  const facts = { title: review.title, deadline };
  const blocks: MailBlock[] = [
    { kind: 'paragraph', text: m.emails_hello({ name: givenName }, { locale }) },
    { kind: 'paragraph', text: openingOf(mail) },
    { kind: 'heading', text: review.title },
    {
      kind: 'facts',
      rows: [
        { term: m.reviews_mail_meeting({}, { locale }), lines: [meetingDate] },
        { term: m.reviews_mail_until({}, { locale }), lines: [deadline] },
        { term: m.reviews_mail_named_as({}, { locale }), lines: [namedAs] },
      ],
    },
  ];
  if (message && !reminder) blocks.push({ kind: 'quote', text: message, ...(mail.organiserName && { source: mail.organiserName }) });
  blocks.push(
    ...(reminder ? [] : passagesOf(mail)),
    { kind: 'button', label: m.reviews_mail_button({}, { locale }), href: link },
    { kind: 'paragraph', text: m.reviews_mail_nothing_to_add({}, { locale }) },
    { kind: 'note', text: m.reviews_mail_personal_link({}, { locale }) },
  );
  return renderMail({
    ...{ locale, appUrl, blocks },
    subject: subjectOf(reminder)(facts, { locale }),
    preview: m.reviews_mail_preview(facts, { locale }),
    reason: m.reviews_mail_reason({ group: review.groupName }, { locale }),
  });
}

function openingOf({ locale, organiserName, reminder, review }: ReviewInvitationMail): string {
  if (reminder) return m.reviews_mail_reminder_opening({}, { locale });
  return organiserName
    ? m.reviews_mail_organiser_asks({ organiser: organiserName, group: review.groupName }, { locale })
    : m.reviews_mail_group_asks({ group: review.groupName }, { locale });
}

function subjectOf(reminder: ReviewInvitationMail['reminder']) {
  switch (reminder) {
    case null:
      return m.reviews_mail_subject;
    case 'soon':
      return m.reviews_mail_soon_subject;
    case 'last':
      return m.reviews_mail_last_subject;
    case 'asked':
      return m.reviews_mail_reminder_subject;
  }
}

function passagesOf({ locale, passages }: ReviewInvitationMail): MailBlock[] {
  if (passages.length === 0) return [{ kind: 'paragraph', text: m.reviews_mail_no_passage({}, { locale }) }];
  const others = passages.length - MOST_PASSAGES;
  return [
    { kind: 'paragraph', text: m.reviews_mail_passages({}, { locale }) },
    ...passages.slice(0, MOST_PASSAGES).flatMap(({ text, href }): MailBlock[] => [
      { kind: 'quote', text: excerpt(text) },
      { kind: 'link', label: m.reviews_mail_correct_passage({}, { locale }), href },
    ]),
    ...(others > 0 ? [{ kind: 'paragraph', text: m.reviews_mail_more_passages({ count: others }, { locale }) } as const] : []),
  ];
}
