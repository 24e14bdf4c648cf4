import type { SetAsideReason } from '#app/model/outside-calendars.ts';
import { boundsOf, FIRST_YEAR, LAST_YEAR, LONGEST_HOURS, LONGEST_SPAN_DAYS, type When } from '#app/model/when.ts';
import type { SourceEvent } from './source-events.ts';
import { instantOf, type SourceTime, shownZone } from './source-times.ts';

export interface DatedEvent {
  when: When;
  timeZone: string;
  /** Instants, ISO. */
  bounds: { from: string; to: string };
  /** The hour of what has a beginning and no end, which no date of ours can say: 'HH:MM'. */
  hour: string | null;
}

/**
 * The date of an event, or of one date of a series, as the product writes dates. What has no end lasts its day (RFC 5545,
 * 3.6.1), or has only an hour at which it begins; from midnight to midnight is whole days. `own`: the zone of the calendar.
 */
export function whenOfEvent(
  start: SourceTime,
  { end, duration, start: first }: Pick<SourceEvent, 'start' | 'end' | 'duration'>,
  own: string,
): DatedEvent | SetAsideReason {
  if (start.kind === 'day') return days(start.day, start.day.add({ days: wholeDays(first, end, duration) - 1 }), own);
  const zone = shownZone(start, own);
  const from = instantOf(start).toZonedDateTimeISO(zone);
  const to = endOf(from, { first, end, duration });
  if (!inYears(from.year) || !inYears(to.year)) return 'bad_date';
  if (isMidnight(from) && isMidnight(to) && Temporal.ZonedDateTime.compare(from, to) < 0)
    return days(from.toPlainDate(), to.toPlainDate().subtract({ days: 1 }), zone);
  const [starts, ends] = [minuteOf(from), minuteOf(to.add({ seconds: 59 }))];
  if (Temporal.PlainDateTime.compare(starts.toPlainDateTime(), ends.toPlainDateTime()) >= 0)
    return withHour(days(from.toPlainDate(), from.toPlainDate(), zone), starts);
  if (starts.until(ends).total('hours') > LONGEST_HOURS) return days(from.toPlainDate(), to.toPlainDate(), zone);
  return hours(starts, ends);
}

function hours(starts: Temporal.ZonedDateTime, ends: Temporal.ZonedDateTime): DatedEvent {
  const [from, to] = [starts.toInstant().toString(), ends.toInstant().toString()];
  const dated = (zone: string): DatedEvent => {
    const local = (at: Temporal.ZonedDateTime) => at.withTimeZone(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
    const when: When = { kind: 'time', start: local(starts), end: local(ends), toConfirm: false };
    return { when, timeZone: zone, bounds: { from, to }, hour: null };
  };
  const here = dated(starts.timeZoneId);
  const said = boundsOf(here.when, starts.timeZoneId);
  // the second passage of an hour that comes twice: only universal time tells it from the first
  return said?.from === from && said.to === to ? here : dated('UTC');
}

function days(first: Temporal.PlainDate, last: Temporal.PlainDate, zone: string): DatedEvent | SetAsideReason {
  if (!inYears(first.year) || !inYears(last.year)) return 'bad_date';
  if (first.until(last).total('days') >= LONGEST_SPAN_DAYS) return 'too_long';
  const [from, to] = [first.toString(), last.toString()];
  const when: When = from === to ? { kind: 'day', day: from, toConfirm: false } : { kind: 'span', from, to, toConfirm: false };
  const bounds = boundsOf(when, zone);
  return bounds ? { when, timeZone: zone, bounds, hour: null } : 'bad_date';
}

const withHour = (dated: DatedEvent | SetAsideReason, at: Temporal.ZonedDateTime) =>
  typeof dated === 'string' ? dated : { ...dated, hour: at.toPlainTime().toString({ smallestUnit: 'minute' }) };

/** DTEND is exclusive; at least a day. */
function wholeDays(first: SourceTime | null, end: SourceTime | null, duration: Temporal.Duration | null): number {
  if (first?.kind !== 'day') return 1;
  const last = end ? (end.kind === 'day' ? end.day : end.local.toPlainDate()) : first.day.add(daysOf(duration));
  return Math.max(1, first.day.until(last).total('days'));
}

const daysOf = (duration: Temporal.Duration | null) => ({
  days: duration ? duration.weeks * 7 + duration.days + Math.floor(duration.hours / 24) : 1,
});

/** With DTEND every date of a series lasts as long as the first, in real time; a DURATION counts its days by the calendar (3.8.5.3). */
function endOf(
  from: Temporal.ZonedDateTime,
  { first, end, duration }: { first: SourceTime | null } & Pick<SourceEvent, 'end' | 'duration'>,
) {
  if (end && first?.kind === 'time') {
    const last = end.kind === 'time' ? instantOf(end) : first.zone.instantOf(end.day.toPlainDateTime());
    const length = instantOf(first).until(last);
    return length.sign > 0 ? from.add(length) : from;
  }
  return duration ? from.add(duration) : from;
}

const inYears = (year: number) => year >= FIRST_YEAR && year <= LAST_YEAR;
const isMidnight = (at: Temporal.ZonedDateTime) => at.hour === 0 && at.minute === 0 && at.second === 0;
const minuteOf = (at: Temporal.ZonedDateTime) => at.round({ smallestUnit: 'minute', roundingMode: 'floor' });
