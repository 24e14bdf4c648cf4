import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import type { CalendarMeeting } from '#app/model/calendar.ts';
import { type CalendarEvent, eventOf } from '#server/calendar/event.ts';
import { writeCalendar } from '#server/calendar/write-calendar.ts';
import { APP_URL, calendarMeeting } from './meetings.ts';
import { faultsOf } from './strict-lines.ts';

async function write(meetings: Partial<CalendarMeeting>[], name = 'Réunions'): Promise<string> {
  const events = meetings
    .map((given, index) =>
      eventOf(calendarMeeting({ id: `01890000-0000-7000-8000-${String(index).padStart(12, '0')}`, ...given }), {
        appUrl: APP_URL,
        locale: 'fr',
      }),
    )
    .filter((event): event is CalendarEvent => event !== null);
  const calendar = await writeCalendar({ name, timeZone: 'Europe/Paris', language: 'fr', source: `${APP_URL}/feeds/all.ics`, events });
  expect(faultsOf(calendar)).toEqual([]);
  return calendar;
}

/** The one event as ical.js reads it, with instants where it has hours. */
async function read(given: Partial<CalendarMeeting>) {
  const root = new ICAL.Component(ICAL.parse(await write([given])));
  ICAL.TimezoneService.reset();
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const event = root.getFirstSubcomponent('vevent');
  if (!event) throw new Error('no event');
  const { startDate, endDate } = new ICAL.Event(event);
  const value = (name: string) => event.getFirstPropertyValue(name)?.toString();
  return { event, value, start: startDate, end: endDate, instants: [startDate, endDate].map((time) => time.toJSDate().toISOString()) };
}

test('a meeting with hours is at these hours on the clocks of its zone', async () => {
  const { start, instants, value } = await read({});
  expect(start.toString()).toBe('2022-06-20T16:30:00');
  expect(start.zone?.tzid).toBe('Europe/Paris');
  expect(instants).toEqual(['2022-06-20T14:30:00.000Z', '2022-06-20T16:00:00.000Z']);
  expect(value('status')).toBe('CONFIRMED');
  expect(value('transp')).toBe('OPAQUE');
  expect(value('url')).toBe('https://tertulia.example/meetings/2022-06-20-point-amerique-latine');
  expect(value('location')).toBe('Cité des Sciences, 30 avenue Corentin-Cariou, Paris');
});

const OVERSEAS: [zone: string, edtf: string, start: string][] = [
  ['America/Guadeloupe', '2022-06-20T10:30/2022-06-20T12:00', '2022-06-20T14:30:00.000Z'],
  ['America/Martinique', '2027-01-20T10:30/2027-01-20T12:00', '2027-01-20T14:30:00.000Z'],
  ['America/Cayenne', '2027-07-20T10:30/2027-07-20T12:00', '2027-07-20T13:30:00.000Z'],
  ['America/Port-au-Prince', '2016-07-20T10:30/2016-07-20T12:00', '2016-07-20T15:30:00.000Z'],
  ['America/Port-au-Prince', '2027-07-20T10:30/2027-07-20T12:00', '2027-07-20T14:30:00.000Z'],
  ['America/Caracas', '2015-07-20T10:30/2015-07-20T12:00', '2015-07-20T15:00:00.000Z'],
  ['America/Caracas', '2027-07-20T10:30/2027-07-20T12:00', '2027-07-20T14:30:00.000Z'],
];

test.each(OVERSEAS)('%s, %s is %s', async (timeZone, edtf, start) => {
  const { instants, start: read1 } = await read({ timeZone, edtf });
  expect(instants[0]).toBe(start);
  expect(read1.zone?.tzid).toBe(timeZone);
});

test('a meeting in the hour that comes twice is written in UTC, its first passage', async () => {
  const { event, instants } = await read({ edtf: '2022-10-30T02:15/2022-10-30T02:45' });
  expect(instants).toEqual(['2022-10-30T00:15:00.000Z', '2022-10-30T00:45:00.000Z']);
  expect(event.getFirstProperty('dtstart')?.getParameter('tzid')).toBeUndefined();
});

test('a meeting over the change of clocks ends when it ends', async () => {
  expect((await read({ edtf: '2022-03-26T22:00/2022-03-27T05:00' })).instants).toEqual([
    '2022-03-26T21:00:00.000Z',
    '2022-03-27T03:00:00.000Z',
  ]);
});

test('an hour that a later law took away is moved by the gap, and the feed stands', async () => {
  expect((await read({ edtf: '2022-03-27T02:30/2022-03-27T04:00' })).instants).toEqual([
    '2022-03-27T01:30:00.000Z',
    '2022-03-27T02:00:00.000Z',
  ]);
});

test('a day is a day and a span ends with its last day, in no zone, and busies nobody', async () => {
  const day = await read({ edtf: '2024-02-29' });
  expect([day.start.toString(), day.end.toString(), day.start.isDate]).toEqual(['2024-02-29', '2024-03-01', true]);
  expect(day.value('transp')).toBe('TRANSPARENT');
  const span = await read({ edtf: '2022-06-26/2022-06-30' });
  expect([span.start.toString(), span.end.toString()]).toEqual(['2022-06-26', '2022-07-01']);
});

test('a month, a year or no date at all never becomes a false day', async () => {
  const calendar = await write([{ edtf: '2022-09' }, { edtf: '2022-09?' }, { edtf: '2022' }, { edtf: 'XXXX' }]);
  expect(calendar).not.toContain('VEVENT');
  expect(calendar).toContain('BEGIN:VTIMEZONE');
});

test('a date to be confirmed says so', async () => {
  const { value } = await read({ edtf: '2022-06-20T16:30?/2022-06-20T18:00?' });
  expect(value('status')).toBe('TENTATIVE');
  expect(value('summary')).toBe('À confirmer\u00a0: Point Amérique latine');
});

test('a cancelled meeting says so in its title, its status, and frees the hour', async () => {
  const { value } = await read({ status: 'cancelled', cancelReason: 'Grève des transports' });
  expect([value('status'), value('transp')]).toEqual(['CANCELLED', 'TRANSPARENT']);
  expect(value('summary')).toBe('Annulée\u00a0: Point Amérique latine');
  expect(value('description')).toContain('Grève des transports');
});

test('a past meeting with published minutes leads to them', async () => {
  expect((await read({ hasMinutes: true })).value('description')).toContain(
    'https://tertulia.example/minutes/2022-06-20-point-amerique-latine',
  );
});

test('who is invited finds the link to join in three places, unspoilt', async () => {
  const onlineUrl = 'https://visio.example/j/9?pwd=a,b;c';
  const { value, event } = await read({ online: true, onlineUrl, placeName: '', placeAddress: '' });
  expect(value('location')).toBe(onlineUrl);
  expect(value('description')).toContain(onlineUrl);
  expect(event.getFirstProperty('conference')?.toICALString().replaceAll('\r\n ', '')).toBe(
    `CONFERENCE;FEATURE=VIDEO;VALUE=URI:${onlineUrl}`,
  );
});

const HOSTILE: [what: string, text: string][] = [
  ['line breaks', 'Titre\r\nEND:VEVENT\r\nBEGIN:VEVENT'],
  ['punctuation that is escaped', 'Bonjour, « monde »; \\n et "guillemets"'],
  ['control characters', 'a\u2028b\u0085c\u0000d\u202ee\ufffe'],
  ['markup', '<script>alert(1)</script>'],
  ['characters of many octets', '\u{1F468}\u200D\u{1F469}\u200D\u{1F467} '.repeat(30)],
  ['accents at every fold', 'é'.repeat(299)],
  ['half a character', '\ud800 moitié'],
  ['ten thousand characters', 'x'.repeat(10_000)],
];

test.each(HOSTILE)('what people type stays text: %s', async (_what, text) => {
  const calendar = await write(
    [{ title: text, summary: text, placeName: text, placeAddress: text, placeAccess: text, themes: [text], cancelReason: text }],
    text,
  );
  const root = new ICAL.Component(ICAL.parse(calendar));
  expect(root.getAllSubcomponents('vevent')).toHaveLength(1);
  const event = root.getFirstSubcomponent('vevent');
  const plain = (value: unknown) => String(value).replace(/\s+/g, ' ');
  if (text.includes('guillemets')) expect(plain(event?.getFirstPropertyValue('summary'))).toBe(text);
  expect(calendar.slice(calendar.indexOf('BEGIN:VEVENT'))).not.toMatch(/[\u2028\u202e]/);
});

test('a hundred zones and years in one calendar stay apart, and unused ones stay out', async () => {
  const calendar = await write([
    { edtf: '2015-07-20T10:30/2015-07-20T12:00', timeZone: 'America/Caracas' },
    { edtf: '2027-01-01T00:30/2027-01-01T02:00' },
    { edtf: '2027-02-01' },
  ]);
  expect(calendar.match(/TZID:.*/g)).toEqual(['TZID:America/Caracas\r', 'TZID:Europe/Paris\r'].map((line) => line.trim()));
});
