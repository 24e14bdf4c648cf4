import ICAL from 'ical.js';
import type { Component } from './split-components.ts';

/** One property of a component. */
export interface Property {
  /** Upper case. */
  name: string;
  /** A TEXT is unescaped, dates and times are ISO; a list is cut at its commas, a period is 'start/end'; a rule is as written. */
  values: string[];
  /** Lower case: 'date', 'date-time', 'duration', 'period', 'text'… */
  type: string;
  tzid: string | null;
}

/** Of which nothing is shown, and which are the longest ones. */
const SKIPPED = /^(ATTACH|ATTENDEE|IMAGE|STYLED-DESCRIPTION|X-ALT-DESC|X-APPLE-STRUCTURED-LOCATION|X-MICROSOFT-LOCATIONS)[:;]/i;

/** The properties of a component (RFC 5545, 3.1); a line that cannot be read is left out. */
export function readProperties({ lines }: Pick<Component, 'lines'>): Property[] {
  return lines.flatMap((line) => (SKIPPED.test(line) ? [] : (readProperty(line) ?? [])));
}

export const findProperty = (properties: readonly Property[], name: string) => properties.find((property) => property.name === name);

/** The first value as text; '' when there is none. */
export const textOf = (properties: readonly Property[], name: string) => findProperty(properties, name)?.values[0] ?? '';

function readProperty(line: string): Property | null {
  const rule = /^(RRULE|EXRULE)(?:;[^:]*)?:(.*)$/i.exec(line);
  if (rule) return { name: (rule[1] ?? '').toUpperCase(), values: [rule[2] ?? ''], type: 'recur', tzid: null };
  try {
    const [name, parameters, type, ...values] = ICAL.parse.property(withQuotes(line)) as ParsedProperty;
    const tzid = [parameters.tzid].flat()[0] ?? null;
    return { name: name.toUpperCase(), values: values.map(asText), type: type.toLowerCase(), tzid };
  } catch {
    return null;
  }
}

type ParsedProperty = [name: string, parameters: { tzid?: string | string[] }, type: string, ...values: unknown[]];

/** Exchange names zones '(UTC+01:00) Brussels, Paris', and some copies of its files have lost the quotes around that. */
const withQuotes = (line: string) => line.replace(/;TZID=(\([^"]{1,100}?):(?=\d{8})/i, ';TZID="$1":');

function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(asText).join('/');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
