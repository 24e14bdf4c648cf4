/** Days of the week as ISO 8601 numbers them, 1 for Monday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];
/** The n-th such weekday of a month; -1: the last. */
export type Nth = 1 | 2 | 3 | 4 | 5 | -1;
export const NTHS = [1, 2, 3, 4, 5, -1] as const satisfies readonly Nth[];

export type Pattern =
  | { kind: 'weekly'; every: number; weekday: Weekday }
  | { kind: 'weekday'; every: number; nth: Nth; weekday: Weekday }
  /** `day` of the month, -1: the last. A month that lacks the day has no date (RFC 5545, 3.3.10). */
  | { kind: 'monthday'; every: number; day: number };

export type RecurrenceEnd = { kind: 'until'; day: string } | { kind: 'count'; times: number };

/** When a series meets: local dates and hours of an IANA zone, whatever clocks do meanwhile. */
export interface Recurrence {
  pattern: Pattern;
  /** Months without meetings, 1 to 12. */
  monthsOut: readonly number[];
  end: RecurrenceEnd;
  /** ISO day from which the rule counts. */
  firstDay: string;
  /** 'HH:MM'. */
  start: string;
  minutes: number;
  timeZone: string;
}

/** `dates`: how many meetings a series makes at once; `years`: how far it looks ahead. */
export const RECURRENCE_LIMITS = { dates: 60, years: 10, every: 12, minutes: 24 * 60 } as const;

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** The rule as RFC 5545 (3.3.10) writes it, without 'RRULE:' and DTSTART; UNTIL is in UTC, as 3.3.10 asks where DTSTART has a zone. */
export function rruleOf({ pattern, monthsOut, end, timeZone }: Pick<Recurrence, 'pattern' | 'monthsOut' | 'end' | 'timeZone'>): string {
  const months = Array.from({ length: 12 }, (_, index) => index + 1).filter((month) => !monthsOut.includes(month));
  return [
    `FREQ=${pattern.kind === 'weekly' ? 'WEEKLY' : 'MONTHLY'}`,
    ...(pattern.every === 1 ? [] : [`INTERVAL=${pattern.every}`]),
    dayPart(pattern),
    ...(months.length === 12 ? [] : [`BYMONTH=${months.join(',')}`]),
    end.kind === 'count' ? `COUNT=${end.times}` : `UNTIL=${endOfDay(end.day, timeZone)}`,
  ].join(';');
}

function dayPart(pattern: Pattern): string {
  if (pattern.kind === 'monthday') return `BYMONTHDAY=${pattern.day}`;
  const code = CODES[pattern.weekday - 1];
  return pattern.kind === 'weekly' ? `BYDAY=${code}` : `BYDAY=${pattern.nth}${code}`;
}

/** The last second of a day in a zone, as '20270731T215959Z'. */
function endOfDay(day: string, timeZone: string): string {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
  return next.subtract({ seconds: 1 }).toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
}

/** Reads what rruleOf wrote; throws on anything else, for only rruleOf writes there. */
export function readRrule(text: string, timeZone: string): Pick<Recurrence, 'pattern' | 'monthsOut' | 'end'> {
  const parts = new Map(text.split(';').map((part) => part.split('=', 2) as [string, string]));
  const every = Number(parts.get('INTERVAL') ?? 1);
  const pattern = parts.get('FREQ') === 'WEEKLY' || parts.has('BYDAY') ? byDay(parts, every) : byMonthDay(parts, every);
  const kept = parts.get('BYMONTH')?.split(',').map(Number);
  const monthsOut = kept ? Array.from({ length: 12 }, (_, index) => index + 1).filter((month) => !kept.includes(month)) : [];
  const until = parts.get('UNTIL');
  if (!pattern || (!until && !parts.has('COUNT'))) throw new Error(`Not the rule of a series: '${text}'.`);
  return {
    pattern,
    monthsOut,
    end: until ? { kind: 'until', day: dayOf(until, timeZone) } : { kind: 'count', times: Number(parts.get('COUNT')) },
  };
}

function byDay(parts: Map<string, string>, every: number): Pattern | null {
  const [, nth, code] = /^(-?\d)?([A-Z]{2})$/.exec(parts.get('BYDAY') ?? '') ?? [];
  const weekday = WEEKDAYS.find((day) => CODES[day - 1] === code);
  if (!weekday) return null;
  if (!nth) return { kind: 'weekly', every, weekday };
  const known = NTHS.find((one) => one === Number(nth));
  return known ? { kind: 'weekday', every, nth: known, weekday } : null;
}

function byMonthDay(parts: Map<string, string>, every: number): Pattern | null {
  const day = Number(parts.get('BYMONTHDAY'));
  return day ? { kind: 'monthday', every, day } : null;
}

function dayOf(until: string, timeZone: string): string {
  return Temporal.Instant.from(until).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
