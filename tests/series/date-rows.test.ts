import { describe, expect, test } from 'vitest';
import type { Recurrence } from '#app/model/recurrence.ts';
import { boundsOf } from '#app/model/when.ts';
import { dateRows } from '#server/series/date-rows.ts';

const NONE = { leftOut: new Set<string>(), moved: new Map<string, string>() };

function monthly(timeZone: string, start: string, firstDay: string): Recurrence {
  return {
    pattern: { kind: 'weekday', every: 1, nth: 3, weekday: 2 },
    ...{ monthsOut: [], end: { kind: 'count', times: 12 }, firstDay, start, minutes: 90, timeZone },
  };
}

describe('the hours of a series across changes of clocks', () => {
  // The instants at which « 15:00 there » is reached in January and in July.
  test.each([
    ['Europe/Paris', '14:00:00Z', '13:00:00Z'],
    ['America/Bogota', '20:00:00Z', '20:00:00Z'],
    ['America/Cayenne', '18:00:00Z', '18:00:00Z'],
    ['America/Martinique', '19:00:00Z', '19:00:00Z'],
    ['America/Port-au-Prince', '20:00:00Z', '19:00:00Z'],
    ['America/Argentina/Buenos_Aires', '18:00:00Z', '18:00:00Z'],
    ['America/Santiago', '18:00:00Z', '19:00:00Z'],
  ])('15:00 in %s stays 15:00 there all year', (timeZone, january, july) => {
    const rows = dateRows(monthly(timeZone, '15:00', '2027-01-01'), NONE);
    expect(rows.map(({ start }) => start.slice(11))).toEqual(Array.from({ length: 12 }, () => '15:00'));
    const instants = rows.map(({ start, end }) => boundsOf({ kind: 'time', start, end, toConfirm: false }, timeZone)?.from.slice(11));
    expect([instants[0], instants[6]]).toEqual([january, july]);
  });

  test('an hour that clocks skip is told, with the first that exists', () => {
    const sundays: Recurrence = {
      ...monthly('Europe/Paris', '02:30', '2027-03-01'),
      pattern: { kind: 'weekday', every: 1, nth: -1, weekday: 7 },
    };
    const [march, april] = dateRows(sundays, NONE);
    expect(march).toMatchObject({ on: '2027-03-28', missing: '2027-03-28T03:00' });
    expect(april).toMatchObject({ on: '2027-04-25', missing: null, twice: false });
  });

  test('it is no matter where no clock changes that night', () => {
    const sundays: Recurrence = {
      ...monthly('America/Bogota', '02:30', '2027-03-01'),
      pattern: { kind: 'weekday', every: 1, nth: -1, weekday: 7 },
    };
    expect(dateRows(sundays, NONE).every(({ missing, twice }) => missing === null && !twice)).toBe(true);
  });

  test('an hour that comes twice is told', () => {
    const sundays: Recurrence = {
      ...monthly('Europe/Paris', '02:30', '2027-10-01'),
      pattern: { kind: 'weekday', every: 1, nth: -1, weekday: 7 },
    };
    expect(dateRows(sundays, NONE)[0]).toMatchObject({ on: '2027-10-31', missing: null, twice: true, end: '2027-10-31T04:00' });
  });

  test('Port-au-Prince put its clocks forward in 2015 and not in 2016', () => {
    const at = (firstDay: string) =>
      dateRows(
        { ...monthly('America/Port-au-Prince', '02:30', firstDay), pattern: { kind: 'weekday', every: 1, nth: 2, weekday: 7 } },
        NONE,
      );
    expect(at('2015-03-01')[0]).toMatchObject({ on: '2015-03-08', missing: '2015-03-08T03:00' });
    expect(at('2016-03-01')[0]).toMatchObject({ on: '2016-03-13', missing: null });
  });

  test('an end that clocks skip is as many minutes later as was said', () => {
    const rule: Recurrence = {
      ...monthly('Europe/Paris', '01:30', '2027-03-01'),
      pattern: { kind: 'weekday', every: 1, nth: -1, weekday: 7 },
      minutes: 60,
    };
    expect(dateRows(rule, NONE)[0]).toMatchObject({ start: '2027-03-28T01:30', end: '2027-03-28T03:30', missing: null });
  });

  test('a date can be left out, or held at another hour of another day', () => {
    const choices = { leftOut: new Set(['2027-02-16']), moved: new Map([['2027-03-16', '2027-03-18T10:00']]) };
    const [january, february, march] = dateRows(monthly('Europe/Paris', '15:00', '2027-01-01'), choices);
    expect(january).toMatchObject({ kept: true, moved: false, start: '2027-01-19T15:00', end: '2027-01-19T16:30' });
    expect(february).toMatchObject({ kept: false });
    expect(march).toMatchObject({ kept: true, moved: true, on: '2027-03-16', start: '2027-03-18T10:00', end: '2027-03-18T11:30' });
  });
});
