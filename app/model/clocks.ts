import { localTime } from './format-when.ts';
import { boundsOf, comesTwice, missingHour, type When } from './when.ts';

/** Hours in which people can be asked to meet. */
export const OFFICE = { from: 9, to: 19 } as const;

/** A meeting's hours on the clock of one city. */
export interface CityClock {
  zone: string;
  /** 'HH:MM'. */
  time: string;
  /** The day there against the meeting's own: -1, 0 or 1. */
  dayShift: number;
  /** Start in hours since midnight there, and length in hours, for a bar of 24 hours. */
  startHour: number;
  hours: number;
  fit: 'office' | 'early' | 'late';
}

/** A meeting's hours in each zone (IANA names), its own first; empty without hours. */
export function clocksOf(when: When, zone: string, others: readonly string[]): CityClock[] {
  const bounds = when.kind === 'time' ? boundsOf(when, zone) : null;
  if (!bounds) return [];
  const own = localTime(bounds.from, zone).slice(0, 10);
  const hours = Temporal.Instant.from(bounds.from).until(bounds.to).total('hours');
  return [zone, ...others.filter((other) => other !== zone)].map((city) => {
    const local = localTime(bounds.from, city);
    const startHour = Number(local.slice(11, 13)) + Number(local.slice(14, 16)) / 60;
    const dayShift = Temporal.PlainDate.from(own).until(local.slice(0, 10)).days;
    return { zone: city, time: local.slice(11), dayShift, startHour, hours, fit: fitOf(startHour, hours) };
  });
}

function fitOf(startHour: number, hours: number): CityClock['fit'] {
  if (startHour < OFFICE.from) return 'early';
  return startHour + hours > OFFICE.to ? 'late' : 'office';
}

/** The start ('HH:MM' in the meeting's zone) nearest to the planned one at which all clocks show office hours; null: none, or it is that one. */
export function suggestStart(when: When, zone: string, others: readonly string[]): string | null {
  if (when.kind !== 'time' || clocksOf(when, zone, others).every((clock) => clock.fit === 'office')) return null;
  const start = Temporal.PlainDateTime.from(when.start);
  const length = start.until(when.end);
  const planned = start.hour * 60 + start.minute;
  const halfHours = Array.from({ length: 48 }, (_, index) => index * 30).sort((a, b) => Math.abs(a - planned) - Math.abs(b - planned));
  for (const minutes of halfHours) {
    const moved = start.with({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
    const other: When = { ...when, start: localText(moved), end: localText(moved.add(length)) };
    if (other.end.slice(0, 10) !== other.start.slice(0, 10)) continue;
    if (missingHour(other.start, zone) || missingHour(other.end, zone)) continue;
    if (clocksOf(other, zone, others).every((clock) => clock.fit === 'office')) return other.start.slice(11);
  }
  return null;
}

const localText = (moment: Temporal.PlainDateTime) => moment.toString({ smallestUnit: 'minute' });

/** Whether the start or the end is an hour that comes twice that night (clocks put back): the first passage is meant. */
export function isTwice(when: When, zone: string): boolean {
  return when.kind === 'time' && (comesTwice(when.start, zone) || comesTwice(when.end, zone));
}
