import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { foldLine } from '#server/calendar/content-line.ts';
import { vtimezone } from '#server/calendar/vtimezone.ts';

/** Seconds east of UTC at an instant, from Intl: another way through the platform's data than the one that writes zones. */
function intlOffset(zone: string, epochMilliseconds: number): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, ...PARTS }).formatToParts(epochMilliseconds);
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(number('year'), number('month') - 1, number('day'), number('hour'), number('minute'), number('second'));
  return Math.round((local - Math.floor(epochMilliseconds / 1000) * 1000) / 1000);
}
const PARTS = {
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const;

/** Where ical.js (the parser of Thunderbird and Nextcloud), knowing only our VTIMEZONE, sees a local time, as an instant. */
function parsedZone(zone: string, first: number, last: number) {
  const text = `BEGIN:VCALENDAR\r\n${vtimezone(zone, first, last).map(foldLine).join('')}END:VCALENDAR\r\n`;
  const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vtimezone');
  if (!component) throw new Error('no zone');
  return new ICAL.Timezone(component);
}

function offsetRead(zone: ICAL.Timezone, local: Temporal.PlainDateTime): number {
  const { year, month, day, hour, minute, second } = local;
  return zone.utcOffset(new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, zone));
}

/** mulberry32: the same dates again for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Checks a zone at the hours around each of its changes, and at random moments of the years. */
function checkZone(zone: string, first: number, last: number, random: () => number): void {
  const parsed = parsedZone(zone, first, last);
  const start = Date.UTC(first, 0, 2);
  const length = Date.UTC(last, 11, 30) - start;
  const moments = Array.from({ length: 60 }, () => start + Math.floor((random() * length) / 60_000) * 60_000);
  let change = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  while (change && change.epochMilliseconds < start + length) {
    for (const hours of [-25, -3, 3, 25]) moments.push(change.epochMilliseconds + hours * 3_600_000);
    change = change.getTimeZoneTransition('next');
  }
  for (const moment of moments) {
    const here = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone);
    // an hour that comes twice cannot be told by local time and zone alone: feeds write it in UTC (Antarctica/Casey, 2010: three hours)
    const local = here.toPlainDateTime();
    if (!local.toZonedDateTime(zone, { disambiguation: 'earlier' }).equals(local.toZonedDateTime(zone, { disambiguation: 'later' })))
      continue;
    const expected = intlOffset(zone, moment);
    expect([zone, here.toString(), here.offsetNanoseconds / 1e9]).toEqual([zone, here.toString(), expected]);
    expect([zone, here.toString(), offsetRead(parsed, local)]).toEqual([zone, here.toString(), expected]);
  }
}

const NAMED: [zone: string, first: number, last: number][] = [
  ['Europe/Paris', 2015, 2035],
  ['America/Guadeloupe', 2010, 2030],
  ['America/Martinique', 2010, 2030],
  ['America/Cayenne', 2010, 2030],
  ['America/Port-au-Prince', 2015, 2028],
  ['America/Caracas', 2007, 2028],
  ['America/Sao_Paulo', 2015, 2027],
  ['America/Argentina/Buenos_Aires', 2006, 2027],
  ['America/Mexico_City', 2020, 2027],
  ['America/Asuncion', 2020, 2028],
  ['America/Santiago', 2010, 2028],
  ['Europe/Dublin', 2015, 2030],
  ['Africa/Casablanca', 2015, 2030],
];

test.each(NAMED)('%s is exact from %i to %i', (zone, first, last) => {
  checkZone(zone, first, last, randomFrom(1));
});

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));

test(`forty zones of the world, in random years, are exact (SEED=${seed})`, () => {
  const random = randomFrom(seed);
  const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'));
  for (let count = 0; count < 40; count += 1) {
    const first = 1990 + Math.floor(random() * 40);
    checkZone(zones[Math.floor(random() * zones.length)] ?? 'UTC', first, first + Math.floor(random() * 8), random);
  }
});

test('a zone keeps its name, and is as short as it is exact', () => {
  expect(vtimezone('America/Guadeloupe', 2020, 2030)).toEqual([
    ...['BEGIN:VTIMEZONE', 'TZID:America/Guadeloupe', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
    ...['TZOFFSETFROM:-0400', 'TZOFFSETTO:-0400', 'END:STANDARD', 'END:VTIMEZONE'],
  ]);
  expect(vtimezone('Europe/Paris', 2020, 2030)).toEqual([
    ...['BEGIN:VTIMEZONE', 'TZID:Europe/Paris', 'BEGIN:DAYLIGHT', 'DTSTART:19700329T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'],
    ...['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT', 'BEGIN:STANDARD', 'DTSTART:19701025T030000', 'TZOFFSETFROM:+0200'],
    ...['TZOFFSETTO:+0100', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD', 'END:VTIMEZONE'],
  ]);
  expect(vtimezone('America/Caracas', 2015, 2017).filter((line) => line.startsWith('TZOFFSETTO'))).toEqual([
    'TZOFFSETTO:-0430',
    'TZOFFSETTO:-0400',
  ]);
});
