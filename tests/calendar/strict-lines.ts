import { unfold } from '#server/calendar/content-line.ts';

// Written from the ABNF of RFC 5545 (3.1, 3.6), RFC 7986 and RFC 5546, on purpose apart from what writes the files.

const CALENDAR = ['VERSION', 'PRODID', 'CALSCALE', 'METHOD', 'NAME', 'DESCRIPTION', 'SOURCE', 'REFRESH-INTERVAL', 'COLOR'];
const EVENT = [
  ...['UID', 'SEQUENCE', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'DESCRIPTION', 'LOCATION', 'CATEGORIES', 'STATUS', 'TRANSP'],
  ...['CREATED', 'LAST-MODIFIED', 'URL', 'CONFERENCE', 'ORGANIZER', 'ATTENDEE'],
];
const REGISTERED: Record<string, string[]> = {
  VCALENDAR: [...CALENDAR, 'X-WR-CALNAME', 'X-WR-CALDESC', 'X-PUBLISHED-TTL', 'X-APPLE-CALENDAR-COLOR'],
  VEVENT: EVENT,
  // RFC 9074, 4 for its UID
  VALARM: ['UID', 'ACTION', 'TRIGGER', 'DESCRIPTION'],
  VTIMEZONE: ['TZID'],
  STANDARD: ['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO', 'RRULE'],
  DAYLIGHT: ['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO', 'RRULE'],
};
const REQUIRED: Record<string, string[]> = {
  VCALENDAR: ['VERSION', 'PRODID'],
  VEVENT: ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SEQUENCE', 'SUMMARY', 'STATUS', 'CREATED', 'LAST-MODIFIED', 'URL'],
  VTIMEZONE: ['TZID'],
  STANDARD: ['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO'],
  DAYLIGHT: ['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO'],
};
const TEXTS = ['SUMMARY', 'DESCRIPTION', 'LOCATION', 'NAME', 'X-WR-CALNAME', 'X-WR-CALDESC'];
const LINE = /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"\p{Cc}]*"|[^";:,\p{Cc}]*)(?:,(?:"[^"\p{Cc}]*"|[^";:,\p{Cc}]*))*)*):(.*)$/su;
const ESCAPED_TEXT = /^(?:[^\\;,\p{Cc}]|\\[\\;,nN]|\t)*$/u;

/** What a strict reader of these bytes would refuse; empty: nothing. */
export function faultsOf(bytes: string): string[] {
  const faults = [...physicalFaults(bytes)];
  const open: { name: string; seen: string[]; components: boolean }[] = [];
  const uids = new Set<string>();
  for (const line of unfold(bytes)) {
    const [, name = '', parameters = '', value = ''] = LINE.exec(line) ?? [];
    const inside = open.at(-1);
    if (!name) faults.push(`not a content line: ${line}`);
    else if (name === 'BEGIN') {
      if (inside) inside.components = true;
      open.push({ name: value, seen: [], components: false });
    } else if (name === 'END') faults.push(...close(open.pop(), value));
    else if (!inside) faults.push(`outside of any component: ${line}`);
    else {
      if (!REGISTERED[inside.name]?.includes(name)) faults.push(`${name} is not registered in ${inside.name}`);
      if (inside.components && inside.name === 'VCALENDAR') faults.push(`${name} comes after a component`);
      if (inside.seen.includes(name) && name !== 'CONFERENCE') faults.push(`${name} twice in ${inside.name}`);
      inside.seen.push(name);
      if (TEXTS.includes(name) && !ESCAPED_TEXT.test(value)) faults.push(`${name} is not escaped: ${value}`);
      if (/^DT(START|END)$/.test(name) && inside.name === 'VEVENT') faults.push(...timeFaults(parameters, value));
      if (/^(DTSTAMP|CREATED|LAST-MODIFIED)$/.test(name) && !/^\d{8}T\d{6}Z$/.test(value)) faults.push(`${name} is not UTC: ${value}`);
      if (name === 'UID' && uids.has(value)) faults.push(`UID twice: ${value}`);
      if (name === 'UID') uids.add(value);
    }
  }
  return open.length > 0 ? [...faults, `${open.map((one) => one.name)} is not closed`] : faults;
}

function* physicalFaults(bytes: string): Generator<string> {
  if (!bytes.endsWith('END:VCALENDAR\r\n')) yield 'does not end in END:VCALENDAR and CRLF';
  if (/(?<!\r)\n|\r(?!\n)/.test(bytes)) yield 'a line end that is not CRLF';
  if (/[^\P{Cc}\r\n\t]/u.test(bytes)) yield 'a control character';
  if (!bytes.isWellFormed()) yield 'half a character';
  for (const line of bytes.split('\r\n')) if (Buffer.byteLength(line) > 75) yield `more than 75 octets: ${line}`;
}

function* close(component: { name: string; seen: string[]; components: boolean } | undefined, name: string): Generator<string> {
  if (component?.name !== name) return yield `END:${name} closes ${component?.name ?? 'nothing'}`;
  for (const required of REQUIRED[name] ?? []) if (!component.seen.includes(required)) yield `${name} lacks ${required}`;
  if (['VCALENDAR', 'VTIMEZONE'].includes(name) && !component.components) yield `${name} is empty`;
}

function* timeFaults(parameters: string, value: string): Generator<string> {
  const day = parameters === ';VALUE=DATE' && /^\d{8}$/.test(value);
  const local = /^;TZID=[\w/+-]+$/.test(parameters) && /^\d{8}T\d{6}$/.test(value);
  const utc = parameters === '' && /^\d{8}T\d{6}Z$/.test(value);
  if (!day && !local && !utc) yield `floating or malformed time: ${parameters}:${value}`;
}
