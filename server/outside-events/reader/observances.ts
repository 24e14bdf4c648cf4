import { findProperty, readProperties, textOf } from './properties.ts';
import { boundedBetween } from './recur.ts';
import type { Component } from './split-components.ts';

/** A change of clocks: from this local time (of the clocks before it) on, this offset from UTC, in minutes. */
interface Onset {
  at: Temporal.PlainDateTime;
  offset: number;
}

/** The clocks of a VTIMEZONE (RFC 5545, 3.6.5) within a window. */
export interface Observances {
  /** Minutes from UTC at a local time; null when the component does not say. */
  offsetAt(local: Temporal.PlainDateTime): number | null;
}

/**
 * Reads a VTIMEZONE. In the hour that comes twice the first passage is meant, in the one that is missing the offset after it.
 * Null: nothing in it can be read. It counts as knowing nothing beyond its last change when it lists them one by one.
 */
export function readObservances(zone: Component, window: { from: Temporal.PlainDate; to: Temporal.PlainDate }): Observances | null {
  const onsets: Onset[] = [];
  let listed = false;
  let ruled = false;
  for (const part of zone.parts.slice(0, 100)) {
    const properties = readProperties(part);
    const offset = minutesOf(textOf(properties, 'TZOFFSETTO'));
    const start = plainOf(textOf(properties, 'DTSTART'));
    if (offset === null || !start) continue;
    // clocks change by the year; any other rule is no change of clocks
    const rule = findProperty(properties, 'RRULE')?.values.find((value) => /FREQ=YEARLY/i.test(value));
    const dates = properties.filter(({ name }) => name === 'RDATE').flatMap(({ values }) => values.slice(0, 200).map(plainOf));
    const repeated = rule ? repeatedIn(rule, start, window) : [];
    if (rule) ruled = true;
    else listed = true;
    for (const at of [start, ...dates, ...repeated]) if (at) onsets.push({ at, offset });
  }
  if (onsets.length === 0) return null;
  onsets.sort((one, other) => Temporal.PlainDateTime.compare(one.at, other.at));
  const last = listed && !ruled && onsets.length > 1 ? onsets.at(-1)?.at.add({ months: 7 }) : null;
  return {
    offsetAt(local) {
      if (last && Temporal.PlainDateTime.compare(local, last) > 0) return null;
      const found = onsets.findLast(({ at }) => Temporal.PlainDateTime.compare(at, local) <= 0);
      return (found ?? onsets[0])?.offset ?? null;
    },
  };
}

/** Two years before the window, too: the last change before it decides. */
function repeatedIn(rule: string, start: Temporal.PlainDateTime, { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate }) {
  const found = boundedBetween({ rule, start, from: from.subtract({ years: 2 }).toPlainDateTime(), to: to.toPlainDateTime(), most: 100 });
  return found.ok ? found.times : [];
}

/** '+02:00' or '-0430' in minutes; a day at most. */
function minutesOf(text: string): number | null {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})/.exec(text) ?? [];
  const value = Number(hours) * 60 + Number(minutes);
  return sign && value < 24 * 60 ? (sign === '-' ? -value : value) : null;
}

function plainOf(text: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(text.replace(/Z$/, ''), { overflow: 'reject' });
  } catch {
    return null;
  }
}
