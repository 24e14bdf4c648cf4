import type { Property } from './properties.ts';
import type { SourceZone, SourceZones } from './zones.ts';

/** A date of a calendar: a day, or a local time with the clock that it is told by. */
export type SourceTime = { kind: 'day'; day: Temporal.PlainDate } | { kind: 'time'; local: Temporal.PlainDateTime; zone: SourceZone };

const UTC: SourceZone = { shown: 'UTC', instantOf: (local) => local.toZonedDateTime('UTC').toInstant() };

/** One value of a DTSTART, DTEND, EXDATE, RECURRENCE-ID…; null when it is no date, or none that exists. */
export function timeOf(value: string, { tzid, type }: Pick<Property, 'tzid' | 'type'>, zones: SourceZones): SourceTime | null {
  const [date = '', time = ''] = value.split('T');
  try {
    // a bare day under a property that says it is a time: ical.js leaves the colons
    if (type === 'date' || time === '' || time === '::') return { kind: 'day', day: Temporal.PlainDate.from(date, { overflow: 'reject' }) };
    const utc = time.endsWith('Z');
    const local = Temporal.PlainDateTime.from(`${date}T${utc ? time.slice(0, -1) : time}`, { overflow: 'reject' });
    return { kind: 'time', local, zone: utc ? UTC : zones.find(tzid) };
  } catch {
    return null;
  }
}

export const instantOf = (time: SourceTime & { kind: 'time' }): Temporal.Instant => time.zone.instantOf(time.local);

/** The same moment written alike, whatever clock tells it: for EXDATE and RECURRENCE-ID. */
export function keyOf(time: SourceTime): string {
  return time.kind === 'day' ? time.day.toString() : instantOf(time).toString({ smallestUnit: 'second' });
}

/** The zone in which people are shown a time: what is in UTC has none of its own. */
export const shownZone = (time: SourceTime, own: string) => (time.kind === 'time' && time.zone !== UTC ? time.zone.shown : own);
