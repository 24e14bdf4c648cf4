import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { renderMail } from './layout.tsx';
import type { MailBlock } from './mail-blocks.ts';
import { type MeetingInMail, whenOfMail } from './meeting-facts.ts';
import type { RenderedMail } from './rendered-mail.ts';

export interface RemovalMail {
  locale: Locale;
  appUrl: string;
  givenName: string;
  groupName: string;
  /** As it was when this person was taken off its list; null: not known any more. */
  meeting: Pick<MeetingInMail, 'title' | 'edtf' | 'timeZone' | 'readerZone'> | null;
}

/** Tells that somebody is no longer on a meeting's list, and no more of it than they knew. */
export function removalMail({ locale, appUrl, givenName, groupName, meeting }: RemovalMail): RenderedMail {
  const hello: MailBlock = { kind: 'paragraph', text: m.emails_hello({ name: givenName }, { locale }) };
  const frame = { locale, appUrl, reason: m.attendance_mail_reason_was({ group: groupName }, { locale }) };
  if (!meeting) {
    const text = m.attendance_mail_removed_unnamed({ group: groupName }, { locale });
    const subject = m.attendance_mail_removed_unnamed_subject({ group: groupName }, { locale });
    return renderMail({ ...frame, subject, preview: text, blocks: [hello, { kind: 'paragraph', text }] });
  }
  const { title } = meeting;
  const { date, full } = whenOfMail(meeting, locale);
  const text = m.attendance_mail_removed({}, { locale });
  return renderMail({
    ...frame,
    subject: m.attendance_mail_removed_subject({ title, date }, { locale }),
    preview: text,
    blocks: [
      hello,
      { kind: 'paragraph', text },
      { kind: 'heading', text: title },
      { kind: 'note', text: full },
      { kind: 'note', text: m.attendance_mail_calendar_drops({}, { locale }) },
    ],
  });
}
