import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { cleanLine } from '#app/model/text.ts';
import { actionBlocks, type FollowUpInMail } from './follow-up-blocks.ts';
import { renderMail } from './layout.tsx';
import type { RenderedMail } from './rendered-mail.ts';

export interface FollowUpReminderMail {
  locale: Locale;
  appUrl: string;
  name: string;
  /** At least one; `more`: how many did not fit. */
  actions: readonly FollowUpInMail[];
  more: number;
}

/** What is due within the week, or late already. */
export function followUpReminderMail({ locale, appUrl, name, actions, more }: FollowUpReminderMail): RenderedMail {
  const count = actions.length + more;
  const late = actions.filter((action) => action.late).length;
  const subject =
    late > 0 ? m.follow_ups_mail_late_subject({ count: late }, { locale }) : m.follow_ups_mail_soon_subject({ count }, { locale });
  return renderMail({
    ...{ locale, appUrl, subject },
    preview: cleanLine(actions[0]?.body ?? ''),
    blocks: [
      { kind: 'paragraph', text: m.emails_hello({ name }, { locale }) },
      { kind: 'paragraph', text: m.follow_ups_mail_reminder({ count }, { locale }) },
      ...actionBlocks(actions, more, { locale, appUrl }),
      { kind: 'note', text: m.follow_ups_mail_how({}, { locale }) },
    ],
    reason: m.follow_ups_mail_reason({ group: cleanLine(actions[0]?.groupName ?? '') }, { locale }),
  });
}
