import { missingHour, type When } from './when.ts';

/** What somebody says of a date. */
export const DATE_VOTES = ['yes', 'if_needed', 'no'] as const;
export type DateVote = (typeof DATE_VOTES)[number];

/** Who sees who voted what: everybody who was asked, or organisers only (each voter sees their own). */
export const VOTES_SHOWN_TO = ['voters', 'organisers'] as const;
export type VotesShownTo = (typeof VOTES_SHOWN_TO)[number];

/** 'proposed': a voter asked for it and an organiser has not decided yet. */
export type OptionState = 'offered' | 'proposed' | 'declined';

/** A member is asked as long as they are one; a person was named by an organiser; a guest came by the guest link. */
export type VoterOrigin = 'member' | 'person' | 'guest';

/** Longest texts in characters, as the tables hold them, and longest lists. */
export const DATE_POLL_LIMITS = {
  question: 300,
  title: 300,
  message: 5000,
  comment: 2000,
  placeName: 200,
  placeAddress: 500,
  options: 20,
  voters: 500,
  /** Who answered; addresses that were typed at the guest door take no place. */
  guests: 100,
  /** Days after which an address that was typed there, and from which nothing came, is forgotten. */
  guestDays: 7,
  /** Dates that one voter may ask for, decided or not. */
  proposals: 3,
  minutes: { least: 5, most: 1440 },
  /** Days until the deadline. */
  deadlineDays: 365,
} as const;

/** A date that is asked about: a local hour ('HH:MM') in the poll's zone, or the whole day (null). */
export interface PollDate {
  /** ISO day. */
  day: string;
  starts: string | null;
}

/** Whether votes are taken, or why not (any more): over, the last day has passed; closed by an organiser before. */
export type DatePollState = 'open' | 'over' | 'closed' | 'settled' | 'withdrawn';

/** What the state depends on. Instants; `deadline` is the last day on which votes are taken, in the poll's zone. */
export interface DatePollFacts {
  deadline: string;
  timeZone: string;
  closedAt: string | null;
  withdrawnAt: string | null;
  settledAt: string | null;
}

export function datePollState(poll: DatePollFacts, now: Temporal.Instant): DatePollState {
  if (poll.withdrawnAt !== null) return 'withdrawn';
  if (poll.settledAt !== null) return 'settled';
  if (poll.closedAt !== null) return 'closed';
  return daysUntil(poll.deadline, poll.timeZone, now) < 0 ? 'over' : 'open';
}

/** Whole days until a day of a zone: 0 on the day itself, negative afterwards. */
export function daysUntil(day: string, timeZone: string, now: Temporal.Instant): number {
  return now.toZonedDateTimeISO(timeZone).toPlainDate().until(Temporal.PlainDate.from(day)).days;
}

/** 'YYYY-MM-DD' or 'YYYY-MM-DDTHH:MM': one key for each date of a poll, in the order of time within a day (the whole day first). */
export function dateKey({ day, starts }: PollDate): string {
  return starts === null ? day : `${day}T${starts}`;
}

/** The date of the meeting that an option becomes; its hour exists in the zone (`checkDates`). */
export function whenOfDate(date: PollDate, minutes: number, timeZone: string): When {
  if (date.starts === null) return { kind: 'day', day: date.day, toConfirm: false };
  const start = Temporal.PlainDateTime.from(dateKey(date));
  const end = start.toZonedDateTime(timeZone, { disambiguation: 'earlier' }).add({ minutes }).toPlainDateTime();
  // clocks put back under the meeting: its end would read earlier than its start
  const shown = Temporal.PlainDateTime.compare(end, start) > 0 ? end : start.add({ minutes });
  return { kind: 'time', start: localText(start), end: localText(shown), toConfirm: false };
}

const localText = (moment: Temporal.PlainDateTime) => moment.toString({ smallestUnit: 'minute' });

export type DateFault =
  | { index: number; fault: 'twice' | 'past' | 'before_deadline' }
  /** Clocks are put forward over this hour; `next` is the first local time after it, 'YYYY-MM-DDTHH:MM'. */
  | { index: number; fault: 'missing_hour'; next: string };

/** What is wrong with each of some dates, at most one fault each: an hour that does not exist, a date twice, one that is past. */
export function checkDates(dates: readonly PollDate[], timeZone: string, now: Temporal.Instant): DateFault[] {
  const seen = new Set<string>();
  return dates.flatMap((date, index): DateFault[] => {
    const key = dateKey(date);
    if (seen.has(key)) return [{ index, fault: 'twice' }];
    seen.add(key);
    const next = date.starts === null ? null : missingHour(key, timeZone);
    if (next) return [{ index, fault: 'missing_hour', next }];
    return isPast(date, timeZone, now) ? [{ index, fault: 'past' }] : [];
  });
}

/** Whether a date has begun: its hour is past, or its whole day is not after today. */
export function isPast(date: PollDate, timeZone: string, now: Temporal.Instant): boolean {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  if (date.starts === null) return date.day <= today;
  const start = Temporal.PlainDateTime.from(dateKey(date)).toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  return Temporal.Instant.compare(start.toInstant(), now) <= 0;
}

export type DeadlineFault = 'deadline_past' | 'deadline_far' | 'deadline_after_first';

/** Votes are taken until the end of the deadline's day, so the first date comes after that day. */
export function checkDeadline(
  { deadline, dates, timeZone }: { deadline: string; dates: readonly PollDate[]; timeZone: string },
  now: Temporal.Instant,
): DeadlineFault | null {
  const left = daysUntil(deadline, timeZone, now);
  if (left < 0) return 'deadline_past';
  if (dates.some((date) => date.day <= deadline)) return 'deadline_after_first';
  return left > DATE_POLL_LIMITS.deadlineDays ? 'deadline_far' : null;
}
