import { m } from '#app/messages/compiled/messages.js';
import type { DatePollMail } from './date-poll-facts.ts';
import { renderMail } from './layout.tsx';
import type { RenderedMail } from './rendered-mail.ts';

export interface DatePollSettledMail extends DatePollMail {
  organiserName: string | null;
}

/** The poll was withdrawn; of a date that was chosen the invitation tells. */
export function datePollSettledMail({ locale, appUrl, name, poll, organiserName }: DatePollSettledMail): RenderedMail {
  const { question, groupName } = poll;
  return renderMail({
    ...{ locale, appUrl },
    subject: m.date_polls_mail_withdrawn_subject({ question }, { locale }),
    preview: m.date_polls_mail_withdrawn_what({}, { locale }),
    blocks: [
      { kind: 'paragraph', text: m.emails_hello({ name }, { locale }) },
      {
        kind: 'paragraph',
        text: organiserName
          ? m.date_polls_mail_organiser_withdrew({ organiser: organiserName, group: groupName }, { locale })
          : m.date_polls_mail_withdrawn_opening({ group: groupName }, { locale }),
      },
      { kind: 'heading', text: question },
      { kind: 'paragraph', text: m.date_polls_mail_withdrawn_what({}, { locale }) },
    ],
    reason: m.date_polls_mail_reason({ group: groupName }, { locale }),
  });
}
