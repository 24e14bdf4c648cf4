import { type Rule, rulesOf } from './zone-rules.ts';

/** A change of a zone's offset. Offsets in seconds east of UTC; `local` is what clocks show as it happens, still in `from`. */
export interface Transition {
  local: Temporal.PlainDateTime;
  from: number;
  to: number;
}

const cache = new Map<string, string[]>();
/** One network meets in a few dozen zones over a few dozen years; beyond that the oldest is made anew. */
const CACHED = 2000;

/**
 * Unfolded lines of a VTIMEZONE (RFC 5545, 3.6.5) that is exact in every hour of the years `first` to `last`, made from
 * the platform's own time zone data: two yearly rules where these say all, else each change by itself. Compact matters:
 * Outlook is an hour off when a zone carries observances that it no longer has.
 */
export function vtimezone(zone: string, first: number, last: number): readonly string[] {
  const key = `${zone} ${first} ${last}`;
  const known = cache.get(key);
  if (known) return known;
  const lines = ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances(zone, first, last), 'END:VTIMEZONE'];
  for (const oldest of cache.keys()) if (cache.size >= CACHED) cache.delete(oldest);
  cache.set(key, lines);
  return lines;
}

function observances(zone: string, first: number, last: number): string[] {
  const start = Temporal.PlainDate.from({ year: first, month: 1, day: 1 }).toZonedDateTime(zone);
  const offset = secondsOf(start);
  const transitions = transitionsBetween(start, Temporal.PlainDate.from({ year: last + 1, month: 1, day: 1 }).toZonedDateTime(zone));
  if (transitions.length === 0) return observance('STANDARD', '19700101T000000', offset, offset);
  const rules = rulesOf(transitions, first, last, offset);
  if (rules)
    return rules.flatMap((rule) =>
      observance(rule.to > rule.from ? 'DAYLIGHT' : 'STANDARD', stamp(rule.first), rule.from, rule.to, rrule(rule)),
    );
  const before = observance('STANDARD', stamp(start.toPlainDateTime()), offset, offset);
  return [
    ...before,
    ...transitions.flatMap((change, index) =>
      observance(kindOf(change, transitions[index + 1]), stamp(change.local), change.from, change.to),
    ),
  ];
}

function transitionsBetween(start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime): Transition[] {
  const found: Transition[] = [];
  let at = start.getTimeZoneTransition('next');
  while (at && Temporal.ZonedDateTime.compare(at, end) < 0) {
    const from = secondsOf(at.subtract({ nanoseconds: 1 }));
    const to = secondsOf(at);
    found.push({ local: at.toPlainDateTime().add({ seconds: from - to }), from, to });
    at = at.getTimeZoneTransition('next');
  }
  return found;
}

/** Forward and back within the year is summer time; anything else is a new standard. Only the word depends on it. */
function kindOf(change: Transition, next: Transition | undefined): 'DAYLIGHT' | 'STANDARD' {
  const summer = change.to > change.from && next && next.to < next.from && change.local.until(next.local).total('days') < 330;
  return summer ? 'DAYLIGHT' : 'STANDARD';
}

function observance(kind: 'DAYLIGHT' | 'STANDARD', start: string, from: number, to: number, rule?: string): string[] {
  const lines = [`BEGIN:${kind}`, `DTSTART:${start}`, `TZOFFSETFROM:${utcOffset(from)}`, `TZOFFSETTO:${utcOffset(to)}`];
  return [...lines, ...(rule ? [`RRULE:${rule}`] : []), `END:${kind}`];
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

function rrule({ month, weekday, week }: Rule): string {
  return `FREQ=YEARLY;BYMONTH=${month};BYDAY=${week}${WEEKDAYS[weekday - 1]}`;
}

function secondsOf(moment: Temporal.ZonedDateTime): number {
  return Math.round(moment.offsetNanoseconds / 1e9);
}

/** '+0100', '-0430', '+000921' (Paris until 1911). */
function utcOffset(seconds: number): string {
  const size = Math.abs(seconds);
  const parts = [Math.floor(size / 3600), Math.floor(size / 60) % 60, ...(size % 60 ? [size % 60] : [])];
  return (seconds < 0 ? '-' : '+') + parts.map((part) => String(part).padStart(2, '0')).join('');
}

function stamp(local: Temporal.PlainDateTime): string {
  return local.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}
