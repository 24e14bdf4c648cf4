import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { answersOffered, type GivenAnswer } from '#app/model/attendance.ts';
import { type FormattedWhen, formatWhen } from '#app/model/format-when.ts';
import { cleanLine, cleanText } from '#app/model/text.ts';
import { cityOf } from '#app/model/time-zones.ts';
import { whenOf } from '#app/model/when.ts';
import type { MailBlock } from './mail-blocks.ts';

/** A meeting as the mails about it show it, to one reader. */
export interface MeetingInMail {
  /** One line. */
  title: string;
  groupName: string;
  edtf: string;
  timeZone: string;
  /** IANA name of the reader's zone. */
  readerZone: string;
  placeName: string;
  placeAddress: string;
  placeAccess: string;
  /** '' when there is none. */
  onlineUrl: string;
  cancelReason: string;
  pageUrl: string;
}

export type AnswerLink = { answer: GivenAnswer; href: string };
type Row = { term: string; lines: string[] };

export function whenOfMail(
  { edtf, timeZone, readerZone }: Pick<MeetingInMail, 'edtf' | 'timeZone' | 'readerZone'>,
  locale: Locale,
): FormattedWhen {
  return formatWhen(whenOf(edtf), { zone: timeZone, locale, readerZone });
}

/** When: the meeting's own clock, its city always named, and the reader's clock beneath when it shows another hour. */
export function whenRow(meeting: Pick<MeetingInMail, 'edtf' | 'timeZone' | 'readerZone'>, locale: Locale): Row {
  const { full, time, zoneNote } = whenOfMail(meeting, locale);
  const zone = zoneNote
    ? m.attendance_mail_your_clock({ time: zoneNote }, { locale })
    : time && m.attendance_mail_zone({ city: cityOf(meeting.timeZone, locale) }, { locale });
  return { term: m.attendance_mail_when({}, { locale }), lines: zone ? [full, zone] : [full] };
}

/** '' when no place is known. */
export function placeLine({ placeName, placeAddress }: Pick<MeetingInMail, 'placeName' | 'placeAddress'>): string {
  return [placeName, placeAddress].map(cleanLine).filter(Boolean).join(', ');
}

/** When and where; what is not known is left out. */
export function factsOf(meeting: MeetingInMail, locale: Locale): MailBlock {
  const { placeName, placeAddress, placeAccess } = meeting;
  const place = [cleanLine(placeName), cleanLine(placeAddress), ...cleanText(placeAccess).split('\n')].filter(Boolean);
  const rows: Row[] = [whenRow(meeting, locale)];
  if (place.length > 0) rows.push({ term: m.attendance_mail_where({}, { locale }), lines: place });
  return { kind: 'facts', rows };
}

/** The link of the video conference, when it is known; whatever else an organiser may have written is text. */
export function onlineBlocks({ onlineUrl }: MeetingInMail, locale: Locale): MailBlock[] {
  if (!onlineUrl) return [];
  if (URL.canParse(onlineUrl) && /^https?:$/.test(new URL(onlineUrl).protocol))
    return [{ kind: 'link', label: m.attendance_come_online_link({}, { locale }), href: cleanLine(onlineUrl) }];
  return [{ kind: 'facts', rows: [{ term: m.attendance_mail_online({}, { locale }), lines: [cleanLine(onlineUrl)] }] }];
}

const LABELS = {
  in_person: m.attendance_answer_in_person,
  remote: m.attendance_answer_remote,
  represented: m.attendance_answer_represented,
  declined: m.attendance_answer_declined,
} as const satisfies Record<GivenAnswer, unknown>;

/** « Serez-vous là ? », a link for each answer that the meeting offers, and what they do. */
export function answerBlocks(
  answers: readonly AnswerLink[],
  meeting: Pick<MeetingInMail, 'placeName' | 'placeAddress' | 'onlineUrl'>,
  locale: Locale,
): MailBlock[] {
  const offered = answersOffered({ place: placeLine(meeting) !== '', online: meeting.onlineUrl !== '' });
  return [
    { kind: 'paragraph', text: m.attendance_mail_question({}, { locale }) },
    {
      kind: 'choices',
      choices: answers
        .filter(({ answer }) => offered.includes(answer))
        .map(({ answer, href }) => ({ label: LABELS[answer]({}, { locale }), href })),
    },
    { kind: 'note', text: m.attendance_mail_how_to_answer({}, { locale }) },
  ];
}

export function pageLink(meeting: MeetingInMail, locale: Locale): MailBlock {
  return { kind: 'link', label: m.attendance_mail_page({}, { locale }), href: meeting.pageUrl };
}
