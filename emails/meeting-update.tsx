import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { Answer } from '#app/model/attendance.ts';
import { renderMail } from './layout.tsx';
import type { MailBlock } from './mail-blocks.ts';
import {
  type AnswerLink,
  answerBlocks,
  factsOf,
  type MeetingInMail,
  onlineBlocks,
  pageLink,
  placeLine,
  whenOfMail,
  whenRow,
} from './meeting-facts.ts';
import type { RenderedMail } from './rendered-mail.ts';

export interface MeetingUpdateMail {
  locale: Locale;
  appUrl: string;
  givenName: string;
  answer: Answer;
  before: Pick<MeetingInMail, 'edtf' | 'timeZone' | 'placeName' | 'placeAddress'>;
  onlineChanged: boolean;
  meeting: MeetingInMail;
  answers: readonly AnswerLink[];
}

/** What changed, old and new side by side; null when nothing did. */
export function meetingUpdateMail({ locale, appUrl, givenName, ...mail }: MeetingUpdateMail): RenderedMail | null {
  const { meeting, answers, answer } = mail;
  const changes = changesOf(mail, locale);
  if (changes.length === 0) return null;
  const answered: MailBlock[] =
    answer === 'none'
      ? []
      : [{ kind: 'paragraph', text: m.attendance_mail_your_answer({ answer: ANSWERS[answer]({}, { locale }) }, { locale }) }];
  return renderMail({
    locale,
    appUrl,
    subject: subjectOf(mail, locale),
    preview: whenOfMail(meeting, locale).full,
    blocks: [
      { kind: 'paragraph', text: m.emails_hello({ name: givenName }, { locale }) },
      { kind: 'paragraph', text: m.attendance_mail_changed({ title: meeting.title }, { locale }) },
      ...changes,
      { kind: 'heading', text: meeting.title },
      factsOf(meeting, locale),
      ...onlineBlocks(meeting, locale),
      ...answered,
      ...answerBlocks(answers, meeting, locale),
      pageLink(meeting, locale),
    ],
    reason: m.attendance_mail_reason({ group: meeting.groupName }, { locale }),
  });
}

type Change = Pick<MeetingUpdateMail, 'before' | 'meeting' | 'onlineChanged'>;

const moved = ({ before, meeting }: Change) => before.edtf !== meeting.edtf || before.timeZone !== meeting.timeZone;
const relocated = ({ before, meeting }: Change) => placeLine(before) !== placeLine(meeting);

function changesOf(change: Change, locale: Locale): MailBlock[] {
  const { before, meeting } = change;
  const unknown = m.attendance_mail_unknown_place({}, { locale });
  const blocks: MailBlock[] = [];
  const fromTo = (from: string[], to: string[]): MailBlock => ({
    kind: 'facts',
    rows: [
      { term: m.attendance_mail_before({}, { locale }), lines: from },
      { term: m.attendance_mail_now({}, { locale }), lines: to },
    ],
  });
  if (moved(change)) {
    const line = (at: typeof before) => whenRow({ ...at, readerZone: meeting.readerZone }, locale).lines;
    blocks.push(fromTo(line(before), line(meeting)));
  }
  if (relocated(change)) blocks.push(fromTo([placeLine(before) || unknown], [placeLine(meeting) || unknown]));
  if (change.onlineChanged) blocks.push({ kind: 'paragraph', text: m.attendance_mail_online_changed({}, { locale }) });
  return blocks;
}

function subjectOf(change: Change, locale: Locale): string {
  const { meeting } = change;
  const { title } = meeting;
  const { date, time } = whenOfMail(meeting, locale);
  const when = time ? `${date}, ${time}` : date;
  if (moved(change) && relocated(change)) return m.attendance_mail_moved_both_subject({ title, when }, { locale });
  if (moved(change)) return m.attendance_mail_moved_subject({ title, when }, { locale });
  if (relocated(change)) return m.attendance_mail_place_subject({ title, place: placeLine(meeting) || when }, { locale });
  return m.attendance_mail_online_subject({ title, when }, { locale });
}

const ANSWERS = {
  none: m.attendance_answer_none,
  in_person: m.attendance_answer_in_person,
  remote: m.attendance_answer_remote,
  represented: m.attendance_answer_represented,
  declined: m.attendance_answer_declined,
} as const satisfies Record<Answer, unknown>;
