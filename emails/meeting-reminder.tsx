import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { Answer } from '#app/model/attendance.ts';
import { sentenceCase } from '#app/model/format-when.ts';
import { cleanLine } from '#app/model/text.ts';
import { renderMail } from './layout.tsx';
import type { MailBlock } from './mail-blocks.ts';
import { type AnswerLink, answerBlocks, factsOf, type MeetingInMail, onlineBlocks, pageLink, whenOfMail } from './meeting-facts.ts';
import type { RenderedMail } from './rendered-mail.ts';

/** Answers of people who are reminded: they come, or have not said. */
export type AwaitedAnswer = Extract<Answer, 'none' | 'in_person' | 'remote'>;

export interface MeetingReminderMail {
  locale: Locale;
  appUrl: string;
  givenName: string;
  answer: AwaitedAnswer;
  /** Days until it begins, on the reader's calendar when the mail leaves. */
  daysLeft: number;
  meeting: MeetingInMail;
  /** In their order. */
  points: readonly { title: string; durationMinutes: number }[];
  /** The page has further ones. */
  more: boolean;
  answers: readonly AnswerLink[];
}

/** What, when on both clocks, where and how to join, the agenda; who has not answered is asked, who has may change their mind. */
export function meetingReminderMail({ locale, appUrl, givenName, meeting, answer, answers, ...mail }: MeetingReminderMail): RenderedMail {
  const day = dayOf(mail.daysLeft, meeting, locale);
  const asked = answer === 'none';
  return renderMail({
    ...{ locale, appUrl, preview: whenOfMail(meeting, locale).full },
    subject: asked
      ? m.reminders_mail_asking_subject({ day, title: meeting.title }, { locale })
      : m.reminders_mail_subject({ day, title: meeting.title }, { locale }),
    blocks: [
      { kind: 'paragraph', text: m.emails_hello({ name: givenName }, { locale }) },
      { kind: 'paragraph', text: STANDING[answer]({}, { locale }) },
      { kind: 'heading', text: meeting.title },
      factsOf(meeting, locale),
      ...onlineBlocks(meeting, locale),
      ...(asked ? answerBlocks(answers, meeting, locale) : []),
      ...agendaBlocks(mail, locale),
      pageLink(meeting, locale),
      ...(asked ? [] : changeBlocks(answers, locale)),
    ],
    reason: m.reminders_mail_reason({ group: meeting.groupName }, { locale }),
  });
}

const STANDING = {
  none: m.reminders_mail_unanswered,
  in_person: m.reminders_mail_in_person,
  remote: m.reminders_mail_remote,
} as const satisfies Record<AwaitedAnswer, unknown>;

function dayOf(daysLeft: number, meeting: MeetingInMail, locale: Locale): string {
  if (daysLeft === 0) return m.reminders_mail_today({}, { locale });
  return daysLeft === 1 ? m.reminders_mail_tomorrow({}, { locale }) : sentenceCase(whenOfMail(meeting, locale).date);
}

function agendaBlocks({ points, more }: Pick<MeetingReminderMail, 'points' | 'more'>, locale: Locale): MailBlock[] {
  if (points.length === 0) return [];
  const lines = points.map(({ title, durationMinutes }, index) => {
    const point = { number: index + 1, title: cleanLine(title), minutes: durationMinutes };
    return durationMinutes > 0 ? m.reminders_mail_timed_point(point, { locale }) : m.reminders_mail_point(point, { locale });
  });
  if (more) lines.push(m.reminders_mail_more_points({}, { locale }));
  return [{ kind: 'facts', rows: [{ term: m.reminders_mail_agenda({}, { locale }), lines }] }];
}

function changeBlocks(answers: readonly AnswerLink[], locale: Locale): MailBlock[] {
  const declined = answers.find(({ answer }) => answer === 'declined');
  return declined ? [{ kind: 'link', label: m.reminders_mail_change({}, { locale }), href: declined.href }] : [];
}
