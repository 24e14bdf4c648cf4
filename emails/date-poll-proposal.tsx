import { m } from '#app/messages/compiled/messages.js';
import type { DatePollMail } from './date-poll-facts.ts';
import { renderMail } from './layout.tsx';
import type { RenderedMail } from './rendered-mail.ts';

export interface DatePollProposalMail extends DatePollMail {
  /** Null: they are not asked any more. */
  voterName: string | null;
  date: string;
  link: string;
}

/** To organisers: somebody asks for another date. */
export function datePollProposalMail({ locale, appUrl, name, poll, voterName, date, link }: DatePollProposalMail): RenderedMail {
  const { question } = poll;
  const who = voterName ?? m.date_polls_somebody({}, { locale });
  return renderMail({
    ...{ locale, appUrl },
    subject: m.date_polls_mail_proposal_subject({ question }, { locale }),
    preview: date,
    blocks: [
      { kind: 'paragraph', text: m.emails_hello({ name }, { locale }) },
      { kind: 'paragraph', text: m.date_polls_mail_proposal_opening({ name: who }, { locale }) },
      { kind: 'heading', text: question },
      { kind: 'facts', rows: [{ term: m.date_polls_mail_proposed({}, { locale }), lines: [date] }] },
      { kind: 'button', label: m.date_polls_mail_decide_button({}, { locale }), href: link },
      { kind: 'paragraph', text: m.date_polls_mail_proposal_what({}, { locale }) },
    ],
    reason: m.date_polls_mail_organiser_reason({ group: poll.groupName }, { locale }),
  });
}
