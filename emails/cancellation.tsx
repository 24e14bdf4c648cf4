import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { cleanText } from '#app/model/text.ts';
import { renderMail } from './layout.tsx';
import type { MailBlock } from './mail-blocks.ts';
import { factsOf, type MeetingInMail, whenOfMail } from './meeting-facts.ts';
import type { RenderedMail } from './rendered-mail.ts';

export interface CancellationMail {
  locale: Locale;
  appUrl: string;
  givenName: string;
  /** The meeting is off, or this person was taken off its list. */
  why: 'cancelled' | 'removed';
  meeting: MeetingInMail;
}

export function cancellationMail({ locale, appUrl, givenName, why, meeting }: CancellationMail): RenderedMail {
  const { title, groupName } = meeting;
  const { date, full } = whenOfMail(meeting, locale);
  const off = why === 'cancelled';
  const reason = cleanText(meeting.cancelReason);
  const quote: MailBlock[] = off && reason ? [{ kind: 'quote', text: reason }] : [];
  return renderMail({
    locale,
    appUrl,
    subject: off
      ? m.attendance_mail_cancelled_subject({ title, date }, { locale })
      : m.attendance_mail_removed_subject({ title, date }, { locale }),
    preview: off ? m.attendance_mail_cancelled({}, { locale }) : m.attendance_mail_removed({}, { locale }),
    blocks: [
      { kind: 'paragraph', text: m.emails_hello({ name: givenName }, { locale }) },
      { kind: 'paragraph', text: off ? m.attendance_mail_cancelled({}, { locale }) : m.attendance_mail_removed({}, { locale }) },
      { kind: 'heading', text: title },
      ...quote,
      off ? factsOf(meeting, locale) : { kind: 'note', text: full },
      { kind: 'note', text: m.attendance_mail_calendar_drops({}, { locale }) },
      ...(off ? [{ kind: 'link' as const, label: m.attendance_come_page({}, { locale }), href: meeting.pageUrl }] : []),
    ],
    reason: m.attendance_mail_reason_was({ group: groupName }, { locale }),
  });
}
