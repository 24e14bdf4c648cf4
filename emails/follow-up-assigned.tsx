import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { cleanLine } from '#app/model/text.ts';
import { actionBlocks, type FollowUpInMail } from './follow-up-blocks.ts';
import { renderMail } from './layout.tsx';
import type { RenderedMail } from './rendered-mail.ts';

export interface FollowUpAssignedMail {
  locale: Locale;
  appUrl: string;
  name: string;
  /** Null: nobody in particular writes. */
  organiserName: string | null;
  /** At least one; `more`: how many did not fit. */
  actions: readonly FollowUpInMail[];
  more: number;
}

/** « Une action vous a été confiée »: what, for when, decided where, and how to answer without an account. */
export function followUpAssignedMail({ locale, appUrl, name, organiserName, actions, more }: FollowUpAssignedMail): RenderedMail {
  const group = cleanLine(actions[0]?.groupName ?? '');
  const count = actions.length + more;
  return renderMail({
    ...{ locale, appUrl },
    subject: m.follow_ups_mail_assigned_subject({ count, group }, { locale }),
    preview: cleanLine(actions[0]?.body ?? ''),
    blocks: [
      { kind: 'paragraph', text: m.emails_hello({ name }, { locale }) },
      {
        kind: 'paragraph',
        text: organiserName
          ? m.follow_ups_mail_assigned_by({ count, organiser: organiserName, group }, { locale })
          : m.follow_ups_mail_assigned({ count, group }, { locale }),
      },
      ...actionBlocks(actions, more, { locale, appUrl }),
      { kind: 'note', text: m.follow_ups_mail_how({}, { locale }) },
    ],
    reason: m.follow_ups_mail_reason({ group }, { locale }),
  });
}
