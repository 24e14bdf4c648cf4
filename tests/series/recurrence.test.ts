import { describe, expect, test } from 'vitest';
import { type Pattern, type Recurrence, readRrule, rruleOf } from '#app/model/recurrence.ts';
import { datesOfRule } from '#server/series/dates-of-rule.ts';
import { oneOf, randomFrom, SEED } from '#tests/support/random.ts';
import { naiveDates } from './naive-dates.ts';

const THIRD_TUESDAY: Recurrence = {
  pattern: { kind: 'weekday', every: 1, nth: 3, weekday: 2 },
  monthsOut: [8],
  end: { kind: 'until', day: '2027-07-31' },
  ...{ firstDay: '2026-11-01', start: '15:00', minutes: 90, timeZone: 'Europe/Paris' },
};

describe('the dates of a rule', () => {
  test('every third Tuesday until July', () => {
    expect(datesOfRule(THIRD_TUESDAY)).toEqual([
      ...['2026-11-17', '2026-12-15', '2027-01-19', '2027-02-16', '2027-03-16'],
      ...['2027-04-20', '2027-05-18', '2027-06-15', '2027-07-20'],
    ]);
    expect(rruleOf(THIRD_TUESDAY)).toBe('FREQ=MONTHLY;BYDAY=3TU;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;UNTIL=20270731T215959Z');
  });

  test.each<[string, Partial<Recurrence>, string[]]>([
    ['a month left out', { firstDay: '2027-07-01', end: { kind: 'count', times: 3 } }, ['2027-07-20', '2027-09-21', '2027-10-19']],
    ['a first day that is one of its dates', { firstDay: '2027-07-20', end: { kind: 'count', times: 1 } }, ['2027-07-20']],
    [
      'every second month counts from the first month with a date',
      { firstDay: '2026-11-18', pattern: { kind: 'weekday', every: 2, nth: 3, weekday: 2 }, end: { kind: 'count', times: 3 } },
      ['2026-12-15', '2027-02-16', '2027-04-20'],
    ],
    [
      'every second week',
      { firstDay: '2026-12-21', pattern: { kind: 'weekly', every: 2, weekday: 4 }, end: { kind: 'count', times: 3 } },
      ['2026-12-24', '2027-01-07', '2027-01-21'],
    ],
    [
      'the last Friday',
      { firstDay: '2027-01-01', pattern: { kind: 'weekday', every: 1, nth: -1, weekday: 5 }, end: { kind: 'count', times: 3 } },
      ['2027-01-29', '2027-02-26', '2027-03-26'],
    ],
    [
      'a fifth Monday only where there is one',
      { firstDay: '2027-01-01', pattern: { kind: 'weekday', every: 1, nth: 5, weekday: 1 }, end: { kind: 'count', times: 3 } },
      ['2027-03-29', '2027-05-31', '2027-11-29'],
    ],
    [
      'the 31st skips shorter months',
      { firstDay: '2027-01-01', pattern: { kind: 'monthday', every: 1, day: 31 }, end: { kind: 'count', times: 4 } },
      ['2027-01-31', '2027-03-31', '2027-05-31', '2027-07-31'],
    ],
    [
      'the last day of the month',
      { firstDay: '2028-01-31', pattern: { kind: 'monthday', every: 1, day: -1 }, end: { kind: 'count', times: 3 } },
      ['2028-01-31', '2028-02-29', '2028-03-31'],
    ],
    [
      'no 31 February, ever',
      {
        pattern: { kind: 'monthday', every: 1, day: 31 },
        monthsOut: [1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
        end: { kind: 'count', times: 2 },
      },
      [],
    ],
    ['an end before its beginning', { end: { kind: 'until', day: '2026-10-31' } }, []],
    ['all months left out but one that is over before the end', { monthsOut: [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12] }, []],
  ])('%s', (_, change, dates) => {
    expect(datesOfRule({ ...THIRD_TUESDAY, ...change })).toEqual(dates);
  });

  test('a rule never looks further ahead than ten years', () => {
    const rare: Recurrence = { ...THIRD_TUESDAY, pattern: { kind: 'monthday', every: 12, day: 15 }, end: { kind: 'count', times: 60 } };
    expect(datesOfRule(rare)).toHaveLength(10);
  });

  test(`the library and a count day by day agree (FUZZ_SEED=${SEED})`, () => {
    const random = randomFrom(SEED);
    for (let run = 0; run < 120; run++) {
      const recurrence = anyRecurrence(random);
      expect(datesOfRule(recurrence), JSON.stringify(recurrence)).toEqual(naiveDates(recurrence));
    }
  });

  test(`a rule that was written is read as it was (FUZZ_SEED=${SEED})`, () => {
    const random = randomFrom(SEED + 1);
    for (let run = 0; run < 400; run++) {
      const { pattern, monthsOut, end, timeZone } = anyRecurrence(random);
      expect(readRrule(rruleOf({ pattern, monthsOut, end, timeZone }), timeZone)).toEqual({ pattern, monthsOut, end });
    }
  });

  test('what no series wrote is refused', () => {
    expect(() => readRrule('FREQ=YEARLY', 'Europe/Paris')).toThrow('Not the rule of a series');
    expect(() => readRrule('FREQ=WEEKLY;BYDAY=XX;COUNT=2', 'Europe/Paris')).toThrow('Not the rule of a series');
  });
});

const ZONES = ['Europe/Paris', 'America/Bogota', 'America/Cayenne', 'America/Martinique', 'America/Port-au-Prince', 'Pacific/Apia'];

function anyRecurrence(random: (below: number) => number): Recurrence {
  const every = 1 + random(oneOf([1, 3, 12], random));
  const weekday = oneOf([1, 2, 3, 4, 5, 6, 7] as const, random);
  const pattern = oneOf<Pattern>(
    [
      { kind: 'weekly', every, weekday },
      { kind: 'weekday', every, nth: oneOf([1, 2, 3, 4, 5, -1] as const, random), weekday },
      { kind: 'monthday', every, day: oneOf([1, 15, 28, 29, 30, 31, -1], random) },
    ],
    random,
  );
  const firstDay = Temporal.PlainDate.from('2010-01-01').add({ days: random(9000) });
  const end = random(2)
    ? { kind: 'count' as const, times: 1 + random(70) }
    : { kind: 'until' as const, day: firstDay.add({ days: random(900) - 20 }).toString() };
  const monthsOut = Array.from({ length: 12 }, (_, index) => index + 1).filter(() => random(5) === 0);
  return { pattern, monthsOut, end, firstDay: firstDay.toString(), start: '15:00', minutes: 60, timeZone: oneOf(ZONES, random) };
}
