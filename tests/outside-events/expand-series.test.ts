import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { boundedBetween } from '#server/outside-events/reader/recur.ts';
import { oneOf, type Random, randomFrom, SEED } from '#tests/support/random.ts';
import { calendarOf, eventOf, readText } from './files.ts';

const ROUNDS = 400;
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const dayOf = (date: Temporal.PlainDate) => DAYS[date.dayOfWeek - 1] ?? 'MO';

/** A rule of which the date is the first one, as calendars really have them. */
function ruleFor(date: Temporal.PlainDate, random: Random): string {
  const interval = random(3) === 0 ? `;INTERVAL=${1 + random(4)}` : '';
  const until = date
    .add({ months: 1 + random(40) })
    .toString()
    .replaceAll('-', '');
  const end = oneOf(['', '', `;COUNT=${1 + random(30)}`, `;UNTIL=${until}T235959Z`], random);
  const nth = Math.ceil(date.day / 7);
  const rules = [
    'FREQ=DAILY',
    'FREQ=WEEKLY',
    `FREQ=WEEKLY;BYDAY=${[...new Set([dayOf(date), oneOf(DAYS, random), oneOf(DAYS, random)])].join(',')}`,
    ...(date.day <= 28 ? ['FREQ=MONTHLY', `FREQ=MONTHLY;BYMONTHDAY=${date.day}`, 'FREQ=YEARLY'] : []),
    ...(nth <= 4 ? [`FREQ=MONTHLY;BYDAY=${nth}${dayOf(date)}`, `FREQ=YEARLY;BYMONTH=${date.month};BYDAY=${nth}${dayOf(date)}`] : []),
    ...(date.day > date.daysInMonth - 7 ? [`FREQ=MONTHLY;BYDAY=-1${dayOf(date)}`] : []),
  ];
  return `${oneOf(rules, random)}${interval}${end}`;
}

/** ical.js, another implementation, knows nothing of ours. */
function otherDates(rule: string, start: string, from: string, to: string): string[] {
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateTimeString(start));
  const found: string[] = [];
  for (let next = iterator.next(); next && next.toString() < to; next = iterator.next())
    if (next.toString() >= from) found.push(next.toString());
  return found;
}

test(`rules spread out as another implementation does (FUZZ_SEED=${SEED})`, () => {
  const random = randomFrom(SEED);
  for (let round = 0; round < ROUNDS; round += 1) {
    const date = Temporal.PlainDate.from('2023-01-01').add({ days: random(1500) });
    const start = date.toPlainDateTime({ hour: random(24), minute: 15 * random(4) });
    const rule = ruleFor(date, random);
    const [from, to] = [Temporal.PlainDateTime.from('2026-10-21T00:00'), Temporal.PlainDateTime.from('2028-05-21T00:00')];
    const ours = boundedBetween({ rule, start, from, to, most: 2000 });
    const written = (time: Temporal.PlainDateTime) => time.toString({ smallestUnit: 'second' });
    expect(ours.ok && ours.times.map(written), `round ${round}: ${rule} from ${start}`).toEqual(
      otherDates(rule, written(start), written(from), written(to)),
    );
  }
});

test(`what is left out, and on which day an hour is, hold for any series (FUZZ_SEED=${SEED})`, () => {
  const random = randomFrom(SEED + 1);
  for (let round = 0; round < 60; round += 1) {
    const zone = oneOf(['Europe/Paris', 'America/Bogota', 'America/Port-au-Prince', 'America/Santiago'], random);
    const date = Temporal.PlainDate.from('2026-11-25').add({ days: random(60) });
    const local = (day: Temporal.PlainDate) => `${day.toString().replaceAll('-', '')}T103000`;
    const out = date.add({ weeks: random(5) });
    const lines = [
      `DTSTART;TZID=${zone}:${local(date)}`,
      'DURATION:PT1H',
      'RRULE:FREQ=WEEKLY;COUNT=5',
      `EXDATE;TZID=${zone}:${local(out)}`,
    ];
    const { events } = readText(calendarOf(eventOf('UID:1', 'SUMMARY:x', ...lines)));
    const expected = [0, 1, 2, 3, 4].map((weeks) => date.add({ weeks })).filter((day) => !day.equals(out));
    expect(
      events.map(({ edtf }) => edtf),
      `round ${round}: ${lines.join(' ')}`,
    ).toEqual(expected.map((day) => `${day}T10:30/${day}T11:30`));
  }
});
