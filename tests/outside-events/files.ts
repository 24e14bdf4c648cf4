import { readCalendar } from '#server/outside-events/reader/read-calendar.ts';

/** Everything is read on 21 November 2026, by a group in Paris. */
export const ORDER = { now: '2026-11-21T10:00:00Z', timeZone: 'Europe/Paris' };

/** A calendar of these lines, as the standard asks for it. */
export const calendarOf = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y', ...lines, 'END:VCALENDAR', ''].join('\r\n');

export const eventOf = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');

export function readText(text: string | Uint8Array) {
  const read = readCalendar(typeof text === 'string' ? Buffer.from(text) : text, ORDER);
  if (!read.ok) throw new Error(read.fault);
  return read;
}

/** Each date as 'title: when zone', in order. */
export const shown = (text: string | Uint8Array) =>
  readText(text).events.map(({ title, edtf, timeZone }) => `${title}: ${edtf} ${timeZone}`);

/** The one event of these lines: its date and zone. */
export const dateOf = (...lines: string[]) => shown(calendarOf(eventOf('UID:1', 'SUMMARY:x', ...lines))).map((each) => each.slice(3));

export const WEST = [
  'BEGIN:VTIMEZONE',
  'TZID:Customized Time Zone',
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];
