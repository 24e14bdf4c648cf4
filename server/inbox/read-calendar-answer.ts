import ICAL from 'ical.js';
import { INBOX_LIMITS } from '#app/model/inbox.ts';
import { cleanLine, cleanText } from '#app/model/text.ts';
import type { IncomingMail } from './parse-mail.ts';

/** What a calendar program sends back about an entry (iTIP, RFC 5546: REPLY, COUNTER…). */
export interface CalendarAnswer {
  /** Upper case. */
  method: string;
  uid: string;
  sequence: number;
  /** DTSTAMP: when it was given, an ISO instant; null: not told, or not readable. */
  stamp: string | null;
  attendees: readonly { address: string; partstat: string; delegatedTo: string | null }[];
  /** What the person wrote with it; '' for nothing. */
  comment: string;
}

/** Octets of a calendar that are parsed. An answer has some hundreds. */
const MOST_OCTETS = 1_000_000;
const MOST_COMPONENTS = 200;
/** An answer names one; outlook.com once sent all of a list. */
const MOST_ATTENDEES = 100;

/** The answer in a mail; 'broken': it has a calendar that cannot be read or is built to take for ever; null: it has none. */
export function readCalendarAnswer(mail: IncomingMail): CalendarAnswer | 'broken' | null {
  const calendars = mail.parts.filter(({ type }) => type === 'text/calendar' || type === 'application/ics');
  let broken = false;
  // the same calendar comes twice at most, as an alternative and as a file
  for (const { content } of calendars.slice(0, 4)) {
    const answer = content.byteLength > MOST_OCTETS ? 'broken' : parseAnswer(new TextDecoder().decode(content));
    if (answer === 'broken') broken = true;
    else if (answer) return answer;
  }
  return broken ? 'broken' : null;
}

/** Reads an iCalendar object; null: an entry without a method, which answers nothing. */
export function parseAnswer(text: string): CalendarAnswer | 'broken' | null {
  if (countOf(text, /^BEGIN:/gim) > MOST_COMPONENTS || countOf(text, /^ATTENDEE[;:]/gim) > MOST_ATTENDEES) return 'broken';
  try {
    return answerIn(new ICAL.Component(ICAL.parse(text.trim())));
  } catch {
    // ical.js throws what it finds wrong, of several types
    return 'broken';
  }
}

function answerIn(calendar: ICAL.Component): CalendarAnswer | 'broken' | null {
  const method = textOf(calendar, 'method').toUpperCase();
  if (!method || method === 'PUBLISH') return null;
  const event = calendar.getFirstSubcomponent('vevent');
  const uid = event ? textOf(event, 'uid') : '';
  if (!event || !uid) return 'broken';
  const sequence = Number(textOf(event, 'sequence') || 0);
  const attendees = event.getAllProperties('attendee').map((property) => ({
    address: addressOf(property),
    partstat: parameterOf(property, 'partstat').toUpperCase(),
    delegatedTo: mailbox(parameterOf(property, 'delegated-to')) || null,
  }));
  return {
    ...{ method, uid, attendees, stamp: stampOf(event) },
    sequence: Number.isSafeInteger(sequence) && sequence >= 0 && sequence < 2 ** 31 ? sequence : 0,
    comment: cleanText(textOf(event, 'comment') || spokenBy(event)).slice(0, INBOX_LIMITS.comment),
  };
}

/** Google writes the words beside the answer. */
function spokenBy(event: ICAL.Component): string {
  const property = event.getFirstProperty('attendee');
  return property ? parameterOf(property, 'x-response-comment') : '';
}

/** An address is MAILTO: in any case; Apple's servers put another there, and the address into EMAIL. */
function addressOf(property: ICAL.Property): string {
  return mailbox(String(property.getFirstValue() ?? '')) || cleanLine(parameterOf(property, 'email')).toLowerCase();
}

function mailbox(uri: string): string {
  const [, address] = /^\s*mailto:(.+)$/is.exec(uri) ?? [];
  if (!address) return '';
  try {
    return cleanLine(decodeURIComponent(address.split('?')[0] ?? '')).toLowerCase();
  } catch {
    return cleanLine(address).toLowerCase(); // URIError: a bare % in the address
  }
}

function parameterOf(property: ICAL.Property, name: string): string {
  const value: unknown = property.getParameter(name);
  return String((Array.isArray(value) ? value[0] : value) ?? '');
}

function textOf(component: ICAL.Component, name: string): string {
  return String(component.getFirstPropertyValue(name) ?? '').trim();
}

function stampOf(event: ICAL.Component): string | null {
  const time = event.getFirstPropertyValue('dtstamp');
  if (!(time instanceof ICAL.Time)) return null;
  const seconds = time.toUnixTime();
  // it is UTC by its type; a program that leaves the Z out means it all the same
  return Number.isSafeInteger(seconds) && Math.abs(seconds) < 1e10
    ? Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString()
    : null;
}

function countOf(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}
