import { m } from '#app/messages/compiled/messages.js';
import { DATE_POLL_LIMITS } from '#app/model/date-polls.ts';
import { type DatePollMail, deadlineOf, factsOf } from './date-poll-facts.ts';
import { renderMail } from './layout.tsx';
import type { MailBlock } from './mail-blocks.ts';
import type { RenderedMail } from './rendered-mail.ts';

export interface DatePollInvitationMail extends Omit<DatePollMail, 'name'> {
  /** Of the reader; null: only somebody who typed the address gave one, and may be anybody. */
  name: string | null;
  /** Asked at first; about a date that was added since the reader answered; or the reader asked for their link by themselves. */
  occasion: 'asked' | 'new_date' | 'own_link';
  /** Null: the group asks. */
  organiserName: string | null;
  /** The dates in words, each with the reader's hour where it differs. */
  dates: readonly string[];
  /** The reader's page; a secret. */
  link: string;
}

/** « Quelles dates vous conviennent ? » to one voter. */
export function datePollInvitationMail(mail: DatePollInvitationMail): RenderedMail {
  const { locale, appUrl, name, poll, organiserName, occasion, dates, link } = mail;
  const deadline = deadlineOf(poll, locale);
  const blocks: MailBlock[] = [
    { kind: 'paragraph', text: name === null ? m.date_polls_mail_hello({}, { locale }) : m.emails_hello({ name }, { locale }) },
    { kind: 'paragraph', text: openingOf(mail) },
    { kind: 'heading', text: poll.question },
    factsOf(mail, dates),
  ];
  if (poll.message && occasion === 'asked')
    blocks.push({ kind: 'quote', text: poll.message, ...(organiserName && { source: organiserName }) });
  blocks.push(
    { kind: 'button', label: m.date_polls_mail_button({}, { locale }), href: link },
    { kind: 'paragraph', text: m.date_polls_mail_no_account({}, { locale }) },
    { kind: 'note', text: m.date_polls_mail_personal_link({}, { locale }) },
  );
  if (occasion === 'own_link')
    blocks.push({ kind: 'note', text: m.date_polls_mail_own_link_days({ days: DATE_POLL_LIMITS.guestDays }, { locale }) });
  const words = { question: poll.question, deadline };
  return renderMail({
    ...{ locale, appUrl, blocks },
    subject: occasion === 'new_date' ? m.date_polls_mail_new_date_subject(words, { locale }) : m.date_polls_mail_subject(words, { locale }),
    preview: m.date_polls_mail_preview({ count: dates.length, deadline }, { locale }),
    reason: reasonOf(mail),
  });
}

function openingOf({ locale, occasion, organiserName, poll }: DatePollInvitationMail): string {
  const group = poll.groupName;
  if (occasion === 'own_link') return m.date_polls_mail_own_link_opening({ group }, { locale });
  if (occasion === 'new_date') return m.date_polls_mail_new_date_opening({}, { locale });
  return organiserName
    ? m.date_polls_mail_organiser_asks({ organiser: organiserName, group }, { locale })
    : m.date_polls_mail_group_asks({ group }, { locale });
}

function reasonOf({ locale, occasion, poll }: DatePollInvitationMail): string {
  const group = poll.groupName;
  return occasion === 'own_link'
    ? m.date_polls_mail_own_link_reason({ group }, { locale })
    : m.date_polls_mail_reason({ group }, { locale });
}
