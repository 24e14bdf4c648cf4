import { createHash } from 'node:crypto';
import { type EventTexts, readTexts } from './event-texts.ts';
import { findProperty, type Property, readProperties, textOf } from './properties.ts';
import { keyOf, type SourceTime, timeOf } from './source-times.ts';
import type { Component } from './split-components.ts';
import type { SourceZones } from './zones.ts';

/** A VEVENT as it is in the file; its texts are read only where it is shown. */
export interface SourceEvent {
  uid: string;
  /** Which version of itself it is: SEQUENCE, then when it was written. */
  sequence: number;
  stamp: string;
  /** Null: none, or none that exists. */
  start: SourceTime | null;
  hasStart: boolean;
  end: SourceTime | null;
  /** ISO 8601; null: none, or none that can be read. */
  duration: Temporal.Duration | null;
  rule: string | null;
  /** Further dates, and dates left out (RFC 5545, 3.8.5). */
  dates: SourceTime[];
  without: Set<string>;
  /** Of which date of a series this is another wording; '' when of none. */
  instead: string;
  cancelled: boolean;
  private: boolean;
  texts(): EventTexts;
}

const MOST_DATES = 2000;
const LONGEST_UID = 200;

export function readEvent(component: Component, zones: SourceZones): SourceEvent {
  const properties = readProperties(component);
  const time = (name: string) => {
    const property = findProperty(properties, name);
    return property ? timeOf(property.values[0] ?? '', property, zones) : null;
  };
  const start = time('DTSTART');
  const instead = time('RECURRENCE-ID');
  return {
    uid: uidOf(properties, component),
    sequence: Number.parseInt(textOf(properties, 'SEQUENCE'), 10) || 0,
    stamp: textOf(properties, 'LAST-MODIFIED') || textOf(properties, 'DTSTAMP'),
    ...{ start, hasStart: findProperty(properties, 'DTSTART') !== undefined, end: time('DTEND') },
    duration: durationOf(textOf(properties, 'DURATION')),
    rule: findProperty(properties, 'RRULE')?.values[0] ?? null,
    dates: timesOf(properties, 'RDATE', zones),
    without: new Set(timesOf(properties, 'EXDATE', zones).map(keyOf)),
    instead: instead ? keyOf(instead) : '',
    cancelled: /^cancell?ed$/i.test(textOf(properties, 'STATUS').trim()),
    private: /^(private|confidential)$/i.test(textOf(properties, 'CLASS').trim()),
    texts: () => readTexts(properties),
  };
}

function timesOf(properties: readonly Property[], name: string, zones: SourceZones): SourceTime[] {
  return properties
    .filter((property) => property.name === name)
    .flatMap((property) => property.values.map((value) => timeOf(value.split('/')[0] ?? '', property, zones)))
    .filter((time) => time !== null)
    .slice(0, MOST_DATES);
}

/** Without a UID, what is written is what it is known by; a long one is known by its hash. */
function uidOf(properties: readonly Property[], { lines }: Component): string {
  const uid = textOf(properties, 'UID')
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .trim();
  if (uid !== '' && uid.length <= LONGEST_UID) return uid;
  const written = uid || lines.filter((line) => !/^(DTSTAMP|CREATED|LAST-MODIFIED|SEQUENCE)[:;]/i.test(line)).join('\n');
  return `sha256:${createHash('sha256').update(written).digest('hex')}`;
}

/** A negative one is none. */
function durationOf(text: string): Temporal.Duration | null {
  try {
    const duration = text === '' ? null : Temporal.Duration.from(text);
    return duration && duration.sign >= 0 && duration.total({ unit: 'days', relativeTo: '2022-01-01' }) < 10_000 ? duration : null;
  } catch {
    return null;
  }
}
