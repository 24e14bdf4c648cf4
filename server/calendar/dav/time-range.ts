import type { EventTime } from '../event.ts';
import { BadXml } from './dav-xml.ts';

/** Milliseconds since 1970; open ends are infinite. */
export interface TimeRange {
  from: number;
  to: number;
}

const UTC = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;
/** Reads `time-range` (RFC 4791, 9.9): UTC, one end may be missing. Throws BadXml. */
export function readTimeRange({ start, end }: Readonly<Record<string, string>>): TimeRange {
  if (start === undefined && end === undefined) throw new BadXml('a time-range without ends');
  return {
    from: start === undefined ? Number.NEGATIVE_INFINITY : readUtc(start),
    to: end === undefined ? Number.POSITIVE_INFINITY : readUtc(end),
  };
}

function readUtc(text: string): number {
  const iso = UTC.test(text) ? text.replace(UTC, '$1-$2-$3T$4:$5:$6Z') : '';
  try {
    return Temporal.Instant.from(iso).epochMilliseconds;
  } catch {
    throw new BadXml('not a time in UTC');
  }
}

/** Whether an entry has a moment in common with the range. Whole days are those of the calendar's zone (RFC 4791, 7.3). */
export function within(at: EventTime, { from, to }: TimeRange, zone: string): boolean {
  const [start, end] = at.kind === 'hours' ? [at.start, at.end].map(msOf) : [at.from, at.to].map((day) => startOf(day, zone));
  return Number(start) < to && Number(end) > from;
}

function startOf(day: string, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
}

function msOf(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}
