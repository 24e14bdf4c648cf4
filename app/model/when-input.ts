import {
  daysBetween,
  FIRST_YEAR,
  hoursBetween,
  isDateTime,
  isDay,
  isMonth,
  isYear,
  LAST_YEAR,
  LONGEST_HOURS,
  LONGEST_SPAN_DAYS,
  missingHour,
  UNKNOWN,
  WHEN_KINDS,
  type When,
} from './when.ts';

/** What a form says of a date, as typed; which fields count depends on `whenKind`. */
export interface WhenInput {
  whenKind: string;
  day: string;
  start: string;
  /** The end may be on another day: '' means the same. */
  endDay: string;
  end: string;
  from: string;
  to: string;
  month: string;
  year: string;
  toConfirm: boolean;
}

export type WhenField = Exclude<keyof WhenInput, 'toConfirm'>;

export type WhenFault =
  | { field: WhenField; fault: 'missing' | 'not_a_date' | 'not_a_time' | 'end_before_start' | 'too_long' }
  | { field: WhenField; fault: 'year_out_of_range'; first: number; last: number }
  /** Clocks are put forward over this hour; `next` is the first local time after it, 'YYYY-MM-DDTHH:MM'. */
  | { field: 'start' | 'end'; fault: 'missing_hour'; next: string };

/** Reads the date of a form in a zone (IANA name), or says what is wrong with it, field by field. */
export function readWhen(input: WhenInput, zone: string): { when: When } | { faults: WhenFault[] } {
  const kind = WHEN_KINDS.find((one) => one === input.whenKind);
  const { toConfirm } = input;
  switch (kind) {
    case 'time':
      return readTime(input, zone);
    case 'day':
      return unless(checkDay('day', input.day), { kind, day: input.day, toConfirm });
    case 'span':
      return readSpan(input);
    case 'month':
      return unless(checkMonth(input), { kind, month: `${input.year}-${input.month}`, toConfirm });
    case 'year':
      return unless(checkYear(input), { kind, year: input.year, toConfirm });
    case 'unknown':
      return { when: UNKNOWN };
    default:
      return { faults: [{ field: 'whenKind', fault: 'missing' }] };
  }
}

function unless(faults: WhenFault[], when: When): { when: When } | { faults: WhenFault[] } {
  return faults.length > 0 ? { faults } : { when };
}

function readTime(input: WhenInput, zone: string): { when: When } | { faults: WhenFault[] } {
  const endDay = input.endDay || input.day;
  const faults = [
    ...checkDay('day', input.day),
    ...(input.endDay ? checkDay('endDay', input.endDay) : []),
    ...checkTime('start', input.start),
    ...checkTime('end', input.end),
  ];
  if (faults.length > 0) return { faults };
  const start = `${input.day}T${input.start}`;
  const end = `${endDay}T${input.end}`;
  if (end <= start) return { faults: [{ field: input.endDay && endDay < input.day ? 'endDay' : 'end', fault: 'end_before_start' }] };
  if (hoursBetween(start, end) > LONGEST_HOURS) return { faults: [{ field: 'endDay', fault: 'too_long' }] };
  const missing = [...checkHour('start', start, zone), ...checkHour('end', end, zone)];
  return unless(missing, { kind: 'time', start, end, toConfirm: input.toConfirm });
}

function readSpan({ from, to, toConfirm }: WhenInput): { when: When } | { faults: WhenFault[] } {
  const faults = [...checkDay('from', from), ...checkDay('to', to)];
  if (faults.length > 0) return { faults };
  if (to < from) return { faults: [{ field: 'to', fault: 'end_before_start' }] };
  if (daysBetween(from, to) > LONGEST_SPAN_DAYS) return { faults: [{ field: 'to', fault: 'too_long' }] };
  return { when: from === to ? { kind: 'day', day: from, toConfirm } : { kind: 'span', from, to, toConfirm } };
}

function checkDay(field: WhenField, text: string): WhenFault[] {
  if (text === '') return [{ field, fault: 'missing' }];
  if (isDay(text)) return [];
  const shaped = /^\d{4}-\d{2}-\d{2}$/.test(text);
  return shaped && !isYear(text.slice(0, 4)) ? [outOfRange(field)] : [{ field, fault: 'not_a_date' }];
}

function checkTime(field: 'start' | 'end', text: string): WhenFault[] {
  if (text === '') return [{ field, fault: 'missing' }];
  return isDateTime(`2022-01-01T${text}`) ? [] : [{ field, fault: 'not_a_time' }];
}

function checkHour(field: 'start' | 'end', local: string, zone: string): WhenFault[] {
  const next = missingHour(local, zone);
  return next ? [{ field, fault: 'missing_hour', next }] : [];
}

function checkMonth(input: WhenInput): WhenFault[] {
  const month: WhenFault[] = isMonth(`2022-${input.month}`) ? [] : [{ field: 'month', fault: 'missing' }];
  return [...month, ...checkYear(input)];
}

function checkYear({ year }: WhenInput): WhenFault[] {
  if (year === '') return [{ field: 'year', fault: 'missing' }];
  return isYear(year) ? [] : [outOfRange('year')];
}

function outOfRange(field: WhenField): WhenFault {
  return { field, fault: 'year_out_of_range', first: FIRST_YEAR, last: LAST_YEAR };
}

/** The fields of a form that say this date. */
export function inputOf(when: When): WhenInput {
  const blank = { day: '', start: '', endDay: '', end: '', from: '', to: '', month: '', year: '' };
  const input = { ...blank, whenKind: when.kind, toConfirm: when.kind !== 'unknown' && when.toConfirm };
  switch (when.kind) {
    case 'time': {
      const [day, endDay] = [when.start.slice(0, 10), when.end.slice(0, 10)];
      return { ...input, day, start: when.start.slice(11), endDay: endDay === day ? '' : endDay, end: when.end.slice(11) };
    }
    case 'day':
      return { ...input, day: when.day };
    case 'span':
      return { ...input, from: when.from, to: when.to };
    case 'month':
      return { ...input, month: when.month.slice(5), year: when.month.slice(0, 4) };
    case 'year':
      return { ...input, year: when.year };
    case 'unknown':
      return input;
  }
}
