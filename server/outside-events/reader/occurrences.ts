import type { SetAsideReason } from '#app/model/outside-calendars.ts';
import { boundedBetween, localUntil } from './recur.ts';
import type { SourceEvent } from './source-events.ts';
import { keyOf, type SourceTime } from './source-times.ts';

export interface Window {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
}

/**
 * When an event takes place in a window (a little wider: what began a year before may still last): its own date, those of its
 * rule and those listed, without those left out. More than `most` are too many.
 */
export function occurrencesOf(event: SourceEvent, start: SourceTime, window: Window, most: number): SourceTime[] | SetAsideReason {
  if (!event.rule && event.dates.length === 0) return [start];
  const repeated = event.rule ? repeat(event.rule, start, window, most) : [start];
  if (typeof repeated === 'string') return repeated;
  const found = new Map([...repeated, ...event.dates].map((time) => [keyOf(time), time] as const));
  for (const key of event.without) found.delete(key);
  // Exchange leaves out a whole day of a series that has hours
  const daysOut = [...event.without].filter((key) => key.length === 10);
  if (daysOut.length > 0)
    for (const [key, time] of found) if (time.kind === 'time' && daysOut.includes(time.local.toPlainDate().toString())) found.delete(key);
  return [...found.values()];
}

function repeat(rule: string, start: SourceTime, window: Window, most: number): SourceTime[] | SetAsideReason {
  const zone = start.kind === 'time' ? start.zone : null;
  const local = start.kind === 'time' ? start.local : start.day.toPlainDateTime();
  const onClock = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(zone?.shown ?? 'UTC').toPlainDateTime();
  const found = boundedBetween({
    ...{ rule: localUntil(rule, onClock), start: local, most },
    ...{ from: window.from.subtract({ days: 366 }).toPlainDateTime(), to: window.to.add({ days: 2 }).toPlainDateTime() },
  });
  if (!found.ok) return found.reason;
  if (found.more) return 'too_many';
  return found.times.map((time) => (zone ? { kind: 'time', local: time, zone } : { kind: 'day', day: time.toPlainDate() }));
}
