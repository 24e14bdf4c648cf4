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
  meeting: MeetingInMail;
}

/** Tells that a meeting is off. */
export function cancellationMail({ locale, appUrl, givenName, meeting }: CancellationMail): RenderedMail {
  const { title, groupName } = meeting;
  const { date } = whenOfMail(meeting, locale);
  const reason = cleanText(meeting.cancelReason);
  const quote: MailBlock[] = reason ? [{ kind: 'quote', text: reason }] : [];
  return renderMail({
    locale,
    appUrl,
    subject: m.attendance_mail_cancelled_subject({ title, date }, { locale }),
    preview: m.attendance_mail_cancelled({}, { locale }),
    blocks: [
      { kind: 'paragraph', text: m.emails_hello({ name: givenName }, { locale }) },
      { kind: 'paragraph', text: m.attendance_mail_cancelled({}, { locale }) },
      { kind: 'heading', text: title },
      ...quote,
      factsOf(meeting, locale),
      { kind: 'note', text: m.attendance_mail_calendar_drops({}, { locale }) },
      { kind: 'link', label: m.attendance_come_page({}, { locale }), href: meeting.pageUrl },
    ],
    reason: m.attendance_mail_reason_was({ group: groupName }, { locale }),
  });
}
