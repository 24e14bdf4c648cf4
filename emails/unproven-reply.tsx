import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { Partstat } from '#app/model/inbox.ts';
import { renderMail } from './layout.tsx';
import { type AnswerLink, answerBlocks, factsOf, type MeetingInMail, pageLink, whenOfMail } from './meeting-facts.ts';
import type { RenderedMail } from './rendered-mail.ts';

export interface UnprovenReplyMail {
  locale: Locale;
  appUrl: string;
  givenName: string;
  /** What the answer said that seems to be theirs. */
  partstat: Partstat;
  meeting: MeetingInMail;
  answers: readonly AnswerLink[];
}

/** « Cette réponse est-elle de vous ? », to the address that we know of the person. */
export function unprovenReplyMail({ locale, appUrl, givenName, partstat, meeting, answers }: UnprovenReplyMail): RenderedMail {
  const { title } = meeting;
  return renderMail({
    locale,
    appUrl,
    subject: m.attendance_mail_unproven_subject({ title }, { locale }),
    preview: whenOfMail(meeting, locale).full,
    blocks: [
      { kind: 'paragraph', text: m.emails_hello({ name: givenName }, { locale }) },
      { kind: 'paragraph', text: m.attendance_mail_unproven({ answer: SAID[partstat]({}, { locale }) }, { locale }) },
      { kind: 'paragraph', text: m.attendance_mail_unproven_confirm({}, { locale }) },
      { kind: 'heading', text: title },
      factsOf(meeting, locale),
      ...answerBlocks(answers, meeting, locale),
      pageLink(meeting, locale),
    ],
    reason: m.attendance_mail_reason({ group: meeting.groupName }, { locale }),
  });
}

const SAID = {
  ACCEPTED: m.attendance_calendar_accepted,
  DECLINED: m.attendance_calendar_declined,
  TENTATIVE: m.attendance_calendar_tentative,
} as const satisfies Record<Partstat, unknown>;
