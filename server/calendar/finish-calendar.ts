import { escapeText, foldLine, unfold, uriValue } from './content-line.ts';
import type { CalendarEvent } from './event.ts';
import { vtimezone } from './vtimezone.ts';
import type { Calendar } from './write-calendar.ts';

/** How often a subscriber may ask again; clients take it as a hint at best. */
const REFRESH = 'PT1H';
const GREEN = { name: 'darkgreen', hex: '#0E4A3E' };
// Said already by DTSTART;VALUE=DATE.
const NEEDLESS = /^X-MICROSOFT-/;

// What ical-generator leaves wrong: the order (properties, zones, events), names and links escaped as their types ask, zones
// that are exact, folding in octets between characters, a CRLF at the end, no control character.

/** The whole file around events that finishEvents has written. */
export function finishCalendar(calendar: Calendar, events: string): string {
  const head = ['BEGIN:VCALENDAR', ...propertiesOf(calendar), ...zonesOf(calendar)];
  return `${head.map(foldLine).join('')}${events}${foldLine('END:VCALENDAR')}`;
}

/** The VEVENTs of a file of ical-generator's, mended; `events` are what it was made from, in its order. */
export function finishEvents(events: readonly CalendarEvent[], file: string): string {
  const blocks = eventBlocks(file);
  const lines = events.flatMap((event, index) => finishEvent(event, blocks[index] ?? []));
  return lines.map(foldLine).join('');
}

function propertiesOf({ method, name, description, source, language }: Calendar): string[] {
  const title = name && escapeText(name);
  const about = description && escapeText(description);
  const address = source && uriValue(source);
  return [
    'VERSION:2.0',
    `PRODID:-//Tertulia//Tertulia//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    method && `METHOD:${method}`,
    title && `NAME:${title}`,
    title && `X-WR-CALNAME:${title}`,
    about && `DESCRIPTION:${about}`,
    about && `X-WR-CALDESC:${about}`,
    address && `SOURCE;VALUE=URI:${address}`,
    // a feed, and not one entry of it
    ...(method || !name ? [] : [`REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`, `X-PUBLISHED-TTL:${REFRESH}`]),
    ...(method || !name ? [] : [`COLOR:${GREEN.name}`, `X-APPLE-CALENDAR-COLOR:${GREEN.hex}`]),
  ].filter((line): line is string => Boolean(line));
}

/** The zones that are used, each exact over the years in which it is. */
function zonesOf({ events, timeZone }: Calendar): string[] {
  const years = new Map<string, [first: number, last: number]>();
  for (const { at } of events) {
    if (at.kind === 'days' || !at.zone) continue;
    const [first, last] = [yearOf(at.start), yearOf(at.end)];
    const known = years.get(at.zone) ?? [first, last];
    years.set(at.zone, [Math.min(known[0], first), Math.max(known[1], last)]);
  }
  // RFC 5545, 3.6: a calendar holds at least one component.
  if (events.length === 0) return [...vtimezone(timeZone, 2020, 2020)];
  // A year more on each side: 1 January in Auckland is another year than in UTC.
  return [...years].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([zone, [first, last]]) => vtimezone(zone, first - 1, last + 1));
}

function yearOf(instant: string): number {
  return Number(instant.slice(0, 4));
}

function eventBlocks(file: string): string[][] {
  const blocks: string[][] = [];
  for (const line of unfold(file)) {
    if (line === 'BEGIN:VEVENT') blocks.push([]);
    if (blocks.length > 0 && line !== 'END:VCALENDAR') blocks.at(-1)?.push(line);
  }
  return blocks;
}

function finishEvent({ uid, url, conference, summary, alarmMinutes }: CalendarEvent, lines: string[]): string[] {
  const page = uriValue(url);
  const call = conference && uriValue(conference);
  return [
    ...lines.filter((line) => !NEEDLESS.test(line)).slice(0, -1),
    ...(page ? [`URL:${page}`] : []),
    // RFC 7986, 5.11
    ...(call ? [`CONFERENCE;VALUE=URI;FEATURE=VIDEO:${call}`] : []),
    ...(alarmMinutes === null ? [] : alarm(uid, alarmMinutes, summary)),
    'END:VEVENT',
  ];
}

/** Rings on the reader's own devices (RFC 5545, 3.6.6; its UID by RFC 9074, so that one that was dismissed stays so). */
function alarm(uid: string, minutes: number, summary: string): string[] {
  const lines = [`UID:alarm-${uid}`, 'ACTION:DISPLAY', `TRIGGER:-PT${minutes}M`, `DESCRIPTION:${escapeText(summary)}`];
  return ['BEGIN:VALARM', ...lines, 'END:VALARM'];
}
