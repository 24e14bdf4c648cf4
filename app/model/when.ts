/**
 * When something takes place, as people know it: to the hour, to the day, over several days, to the month or year, or not
 * yet. Local dates and times of the meeting's own zone; an hour that nobody gave is never invented.
 */
export type When = { toConfirm: boolean } & (
  | { kind: 'time'; start: string; end: string }
  | { kind: 'day'; day: string }
  | { kind: 'span'; from: string; to: string }
  | { kind: 'month'; month: string }
  | { kind: 'year'; year: string }
  | { kind: 'unknown' }
);

export const WHEN_KINDS = ['time', 'day', 'span', 'month', 'year', 'unknown'] as const satisfies readonly When['kind'][];
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2200;
/** A meeting with hours lasts at most this long; longer ones are spans of days. */
export const LONGEST_HOURS = 24 * 14;
export const LONGEST_SPAN_DAYS = 366;

export const UNKNOWN: When = { kind: 'unknown', toConfirm: true };

/**
 * Reads EDTF (ISO 8601-2:2019, level 1, the part that meetings need): '2022-06-20T16:30/2022-06-20T18:00', '2022-06-20',
 * '2022-06-26/2022-06-30', '2022-09', '2022', each with '?' when to be confirmed, and 'XXXX'. Null: anything else, a date
 * that does not exist (29 February), an end before its start, a year outside 1900-2200.
 */
export function parseWhen(edtf: string): When | null {
  if (edtf === 'XXXX') return UNKNOWN;
  const toConfirm = edtf.endsWith('?');
  const parts = edtf.split('/').map((part) => (part.endsWith('?') ? part.slice(0, -1) : part));
  const [from = '', to] = parts;
  if (parts.length > 2) return null;
  if (to !== undefined) return parseRange(from, to, toConfirm);
  if (isDay(from)) return { kind: 'day', day: from, toConfirm };
  if (isMonth(from)) return { kind: 'month', month: from, toConfirm };
  if (isYear(from)) return { kind: 'year', year: from, toConfirm };
  return null;
}

function parseRange(from: string, to: string, toConfirm: boolean): When | null {
  if (isDateTime(from) && isDateTime(to))
    return from < to && hoursBetween(from, to) <= LONGEST_HOURS ? { kind: 'time', start: from, end: to, toConfirm } : null;
  if (isDay(from) && isDay(to))
    return from < to && daysBetween(from, to) <= LONGEST_SPAN_DAYS ? { kind: 'span', from, to, toConfirm } : null;
  return null;
}

/** Writes EDTF; in an interval the standard qualifies each end by itself. */
export function formatEdtf(when: When): string {
  const mark = when.toConfirm ? '?' : '';
  switch (when.kind) {
    case 'time':
      return `${when.start}${mark}/${when.end}${mark}`;
    case 'day':
      return `${when.day}${mark}`;
    case 'span':
      return `${when.from}${mark}/${when.to}${mark}`;
    case 'month':
      return `${when.month}${mark}`;
    case 'year':
      return `${when.year}${mark}`;
    case 'unknown':
      return 'XXXX';
  }
}

/** Reads what the database holds; throws on anything that parseWhen refuses, for only formatEdtf writes there. */
export function whenOf(edtf: string): When {
  const when = parseWhen(edtf);
  if (!when) throw new Error(`Not a date of a meeting: '${edtf}'.`);
  return when;
}

/**
 * The instants [from, to) that a date covers in a zone, as ISO text in UTC; null when unknown. An hour that comes twice
 * (clocks put back) is its first passage; one that does not exist throws: `missingHour` finds it before.
 */
export function boundsOf(when: When, zone: string): { from: string; to: string } | null {
  const days = daysOf(when);
  if (days) return { from: startOfDay(days.first, zone), to: startOfDay(days.last.add({ days: 1 }), zone) };
  if (when.kind !== 'time') return null;
  return { from: instantOf(when.start, zone), to: instantOf(when.end, zone) };
}

function daysOf(when: When): { first: Temporal.PlainDate; last: Temporal.PlainDate } | null {
  if (when.kind === 'day') return { first: Temporal.PlainDate.from(when.day), last: Temporal.PlainDate.from(when.day) };
  if (when.kind === 'span') return { first: Temporal.PlainDate.from(when.from), last: Temporal.PlainDate.from(when.to) };
  if (when.kind === 'month') {
    const month = Temporal.PlainYearMonth.from(when.month);
    return { first: month.toPlainDate({ day: 1 }), last: month.toPlainDate({ day: month.daysInMonth }) };
  }
  if (when.kind === 'year')
    return { first: Temporal.PlainDate.from(`${when.year}-01-01`), last: Temporal.PlainDate.from(`${when.year}-12-31`) };
  return null;
}

function startOfDay(day: Temporal.PlainDate, zone: string): string {
  return day.toZonedDateTime(zone).toInstant().toString();
}

function instantOf(local: string, zone: string): string {
  if (missingHour(local, zone)) throw new RangeError(`${local} does not exist in ${zone}: clocks are put forward over it.`);
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'earlier' }).toInstant().toString();
}

/**
 * The hour that does not exist (clocks put forward): the first valid local time after the gap, as 'YYYY-MM-DDTHH:MM', to
 * propose in its place; null when `local` exists in `zone`.
 */
export function missingHour(local: string, zone: string): string | null {
  const wanted = Temporal.PlainDateTime.from(local);
  const before = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (before.toPlainDateTime().equals(wanted)) return null;
  const after = before.getTimeZoneTransition('next');
  return (after ?? before).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The hour that comes twice (clocks put back); the product means its first passage, and says so. */
export function comesTwice(local: string, zone: string): boolean {
  const wanted = Temporal.PlainDateTime.from(local);
  const first = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const last = wanted.toZonedDateTime(zone, { disambiguation: 'later' });
  return !missingHour(local, zone) && first.epochMilliseconds !== last.epochMilliseconds;
}

/** Length of a meeting with hours, in minutes that really pass (clock changes counted); null without hours. */
export function minutesOf(when: When, zone: string): number | null {
  const bounds = when.kind === 'time' ? boundsOf(when, zone) : null;
  if (!bounds) return null;
  return Math.round(Temporal.Instant.from(bounds.from).until(bounds.to).total('minutes'));
}

/** The first day that a date names, 'YYYY-MM-DD', 'YYYY-MM' or 'YYYY', for addresses; '' when unknown. */
export function firstDay(when: When): string {
  if (when.kind === 'time') return when.start.slice(0, 10);
  if (when.kind === 'unknown') return '';
  return when.kind === 'span' ? when.from : formatEdtf({ ...when, toConfirm: false });
}

/** The last day that is named, on the meeting's own calendar; null: no day is. */
export function lastDay(when: When): string | null {
  if (when.kind === 'time') return when.end.slice(0, 10);
  if (when.kind === 'day') return when.day;
  return when.kind === 'span' ? when.to : null;
}

/** 'YYYY-MM-DD', existing in the calendar, in the years that the product knows. */
export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && isYear(text.slice(0, 4)) && exists(() => Temporal.PlainDate.from(text, { overflow: 'reject' }))
  );
}

/** 'YYYY-MM-DDTHH:MM'; whether it exists in a zone is another question (missingHour). */
export function isDateTime(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(text) && isDay(text.slice(0, 10));
}

/** 'YYYY-MM'. */
export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) && isYear(text.slice(0, 4));
}

/** 'YYYY', 1900 to 2200. */
export function isYear(text: string): boolean {
  return /^\d{4}$/.test(text) && Number(text) >= FIRST_YEAR && Number(text) <= LAST_YEAR;
}

export function hoursBetween(start: string, end: string): number {
  return Temporal.PlainDateTime.from(start).until(end).total('hours');
}

export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to).total('days') + 1;
}

function exists(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
