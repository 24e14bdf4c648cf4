import { m } from '#app/messages/compiled/messages.js';
import { type DatePollMail, deadlineOf, factsOf } from './date-poll-facts.ts';
import { renderMail } from './layout.tsx';
import type { RenderedMail } from './rendered-mail.ts';

export interface DatePollReminderMail extends DatePollMail {
  /** Two days are left, or an organiser asked for it. */
  occasion: 'soon' | 'asked';
  dates: readonly string[];
  /** The reader's page; a secret. */
  link: string;
}

/** To one of whom no answer came. */
export function datePollReminderMail(mail: DatePollReminderMail): RenderedMail {
  const { locale, appUrl, name, poll, occasion, dates, link } = mail;
  const words = { question: poll.question, deadline: deadlineOf(poll, locale) };
  return renderMail({
    ...{ locale, appUrl },
    subject:
      occasion === 'soon' ? m.date_polls_mail_soon_subject(words, { locale }) : m.date_polls_mail_reminder_subject(words, { locale }),
    preview: m.date_polls_mail_preview({ count: dates.length, deadline: words.deadline }, { locale }),
    blocks: [
      { kind: 'paragraph', text: m.emails_hello({ name }, { locale }) },
      { kind: 'paragraph', text: m.date_polls_mail_reminder_opening({}, { locale }) },
      { kind: 'heading', text: poll.question },
      factsOf(mail, dates),
      { kind: 'button', label: m.date_polls_mail_button({}, { locale }), href: link },
      { kind: 'paragraph', text: m.date_polls_mail_none_suits({}, { locale }) },
      { kind: 'note', text: m.date_polls_mail_personal_link({}, { locale }) },
    ],
    reason: m.date_polls_mail_reason({ group: poll.groupName }, { locale }),
  });
}
