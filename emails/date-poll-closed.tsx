import { m } from '#app/messages/compiled/messages.js';
import type { DateTally } from '#app/model/rank-dates.ts';
import type { DatePollMail } from './date-poll-facts.ts';
import { renderMail } from './layout.tsx';
import type { MailBlock } from './mail-blocks.ts';
import type { RenderedMail } from './rendered-mail.ts';

export interface DatePollClosedMail extends DatePollMail {
  counts: { answered: number; voters: number };
  /** The best date, or several that nothing tells apart; none when nobody can come to any. */
  best: readonly (DateTally & { line: string })[];
  /** Where a date is chosen, or more time given. */
  link: string;
}

/** To organisers: votes are not taken any more, and these are the best dates. */
export function datePollClosedMail({ locale, appUrl, name, poll, counts, best, link }: DatePollClosedMail): RenderedMail {
  const { question } = poll;
  const standing: MailBlock = {
    kind: 'facts',
    rows: [
      {
        term: m.date_polls_mail_answers({}, { locale }),
        lines: [
          `${m.date_polls_answers_of({ count: counts.answered }, { locale })} ${m.date_polls_of_people({ count: counts.voters }, { locale })}`,
        ],
      },
      ...best.map((date, index) => ({
        term: index === 0 ? m.date_polls_mail_best({ count: best.length }, { locale }) : '',
        lines: [
          date.line,
          m.date_polls_tally({ yes: date.yes, ifNeeded: date.ifNeeded, no: date.no }, { locale }),
          ...ruleLines(date, locale),
        ],
      })),
    ],
  };
  return renderMail({
    ...{ locale, appUrl },
    subject: m.date_polls_mail_closed_subject({ question }, { locale }),
    preview: best[0]?.line ?? m.date_polls_mail_nobody({}, { locale }),
    blocks: [
      { kind: 'paragraph', text: m.emails_hello({ name }, { locale }) },
      { kind: 'paragraph', text: m.date_polls_mail_closed_opening({}, { locale }) },
      { kind: 'heading', text: question },
      standing,
      ...(best.length === 0 ? [{ kind: 'paragraph' as const, text: m.date_polls_mail_nobody({}, { locale }) }] : []),
      { kind: 'button', label: m.date_polls_mail_choose_button({}, { locale }), href: link },
      { kind: 'paragraph', text: m.date_polls_mail_choose_what({}, { locale }) },
    ],
    reason: m.date_polls_mail_organiser_reason({ group: poll.groupName }, { locale }),
  });
}

function ruleLines(date: DateTally, locale: DatePollMail['locale']): string[] {
  if (!date.ruled) return [];
  return [date.satisfied ? m.date_polls_rule_met({}, { locale }) : m.date_polls_rule_not_met({}, { locale })];
}
