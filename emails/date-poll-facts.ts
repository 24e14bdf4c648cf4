import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay } from '#app/model/format-when.ts';
import type { MailBlock } from './mail-blocks.ts';

/** What every mail about a poll of dates says of it. */
export interface DatePollInMail {
  /** One line. */
  question: string;
  groupName: string;
  /** ISO day, in the poll's zone: the last on which votes are taken. */
  deadline: string;
  durationMinutes: number;
  placeName: string;
  placeAddress: string;
  /** There will be a video conference. */
  online: boolean;
  /** The organiser's own words; '' when there are none. */
  message: string;
}

export interface DatePollMail {
  locale: Locale;
  appUrl: string;
  /** Of the reader, as they are greeted. */
  name: string;
  poll: DatePollInMail;
}

/** « jeudi 30 juin 2022 » */
export function deadlineOf({ deadline }: Pick<DatePollInMail, 'deadline'>, locale: Locale): string {
  return formatDay(deadline, locale, { weekday: true });
}

/** How long, where, which dates and until when. */
export function factsOf({ poll, locale }: Pick<DatePollMail, 'poll' | 'locale'>, dates: readonly string[]): MailBlock {
  const place = [poll.placeName, poll.placeAddress, poll.online ? m.date_polls_online({}, { locale }) : ''].filter(Boolean);
  return {
    kind: 'facts',
    rows: [
      { term: m.date_polls_mail_dates({}, { locale }), lines: [...dates] },
      { term: m.date_polls_mail_duration({}, { locale }), lines: [durationOf(poll.durationMinutes, locale)] },
      ...(place.length > 0 ? [{ term: m.date_polls_mail_place({}, { locale }), lines: place }] : []),
      { term: m.date_polls_mail_until({}, { locale }), lines: [deadlineOf(poll, locale)] },
    ],
  };
}

/** « 1 h 30 », « 45 min » */
export function durationOf(minutes: number, locale: Locale): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return m.date_polls_minutes({ minutes }, { locale });
  if (rest === 0) return m.date_polls_hours({ hours }, { locale });
  return m.date_polls_hours_minutes({ hours, minutes: String(rest).padStart(2, '0') }, { locale });
}
