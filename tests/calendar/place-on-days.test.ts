import { describe, expect, test } from 'vitest';
import { localTime } from '#app/model/format-when.ts';
import { placeOnDays, touches, windowOf } from '#app/model/place-on-days.ts';
import { boundsOf, parseWhen, whenOf } from '#app/model/when.ts';

const PARIS = 'Europe/Paris';
const ZONES = [
  'America/Martinique',
  'America/Cayenne',
  'America/Bogota',
  'America/Argentina/Buenos_Aires',
  'America/Port-au-Prince',
  'America/Caracas',
  'America/Santiago',
  'America/Montevideo',
  'America/Sao_Paulo',
  PARIS,
];

/** The same meeting on the clock of ten cities, around changes of clocks that the laws of 2024 to 2030 ask for. */
const ONE_MEETING: [when: string, zone: string, clocks: Record<string, string>][] = [
  // Paris puts its clocks forward on 29 March 2026, at 2
  [
    '2026-03-27T16:30/2026-03-27T18:00',
    PARIS,
    { 'America/Martinique': '2026-03-27T11:30', 'America/Port-au-Prince': '2026-03-27T11:30', 'America/Santiago': '2026-03-27T12:30' },
  ],
  [
    '2026-03-30T16:30/2026-03-30T18:00',
    PARIS,
    { 'America/Martinique': '2026-03-30T10:30', 'America/Port-au-Prince': '2026-03-30T10:30', 'America/Santiago': '2026-03-30T11:30' },
  ],
  // Santiago puts them back on 5 April 2026, a week later
  ['2026-04-06T16:30/2026-04-06T18:00', PARIS, { 'America/Santiago': '2026-04-06T10:30', 'America/Bogota': '2026-04-06T09:30' }],
  // Port-au-Prince is ahead of Paris by a fortnight in March, and a week later in autumn
  [
    '2026-03-09T15:00/2026-03-09T16:00',
    PARIS,
    { 'America/Port-au-Prince': '2026-03-09T10:00', 'America/Martinique': '2026-03-09T10:00', 'America/Caracas': '2026-03-09T10:00' },
  ],
  [
    '2026-10-26T15:00/2026-10-26T16:00',
    PARIS,
    { 'America/Port-au-Prince': '2026-10-26T10:00', 'America/Argentina/Buenos_Aires': '2026-10-26T11:00' },
  ],
  ['2026-11-02T15:00/2026-11-02T16:00', PARIS, { 'America/Port-au-Prince': '2026-11-02T09:00', 'America/Montevideo': '2026-11-02T11:00' }],
  // clocks that do not change any more: Caracas, Montevideo, São Paulo, Cayenne, Fort-de-France
  [
    '2028-07-03T15:00/2028-07-03T16:00',
    'America/Cayenne',
    {
      'America/Sao_Paulo': '2028-07-03T15:00',
      'America/Montevideo': '2028-07-03T15:00',
      'America/Caracas': '2028-07-03T14:00',
      [PARIS]: '2028-07-03T20:00',
    },
  ],
  [
    '2028-12-04T15:00/2028-12-04T16:00',
    'America/Cayenne',
    {
      'America/Sao_Paulo': '2028-12-04T15:00',
      'America/Montevideo': '2028-12-04T15:00',
      'America/Caracas': '2028-12-04T14:00',
      [PARIS]: '2028-12-04T19:00',
    },
  ],
  // the evening there is the next day in Paris
  ['2026-06-15T19:00/2026-06-15T20:30', 'America/Bogota', { [PARIS]: '2026-06-16T02:00', 'America/Santiago': '2026-06-15T20:00' }],
];

describe('the same meeting on other clocks', () => {
  test.each(ONE_MEETING)('%s in %s', (edtf, zone, clocks) => {
    for (const [other, start] of Object.entries(clocks))
      expect(`${other} ${placeOnDays(whenOf(edtf), zone, other)?.hours?.start}`).toBe(`${other} ${start}`);
  });

  test('is the same instant at every change of clocks from 2024 to 2030, before, within and after it', () => {
    let changes = 0;
    for (const zone of ZONES)
      for (const change of changesOf(zone)) {
        changes += 1;
        for (const minutes of [-180, -90, -60, -30, 0, 30, 60, 90, 180])
          for (const other of ZONES) expectSameInstant(change.add({ minutes }), zone, other);
      }
    // Paris 14, Port-au-Prince 14, Santiago 14; the others keep their clocks
    expect(changes).toBe(42);
  });
});

function changesOf(zone: string): Temporal.Instant[] {
  const found: Temporal.Instant[] = [];
  const end = Temporal.Instant.from('2031-01-01T00:00:00Z');
  let at = Temporal.Instant.from('2024-01-01T00:00:00Z').toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  while (at && Temporal.Instant.compare(at.toInstant(), end) < 0) {
    found.push(at.toInstant());
    at = at.getTimeZoneTransition('next');
  }
  return found;
}

/** An hour's meeting that `zone` can write down, as `other` sees it. */
function expectSameInstant(instant: Temporal.Instant, zone: string, other: string): void {
  const start = localTime(instant.toString(), zone);
  const end = localTime(instant.add({ minutes: 60 }).toString(), zone);
  const when = parseWhen(`${start}/${end}`);
  // an end that reads no later than its start cannot be written: clocks were put back meanwhile
  if (when?.kind !== 'time') return;
  const meant = boundsOf(when, zone);
  const hours = placeOnDays(when, zone, other)?.hours;
  if (!meant || !hours) throw new Error('A meeting with hours has hours everywhere.');
  const passage = zone === other ? 'earlier' : hours.again ? 'later' : 'earlier';
  const seen = Temporal.PlainDateTime.from(hours.start).toZonedDateTime(other, { disambiguation: passage }).toInstant();
  expect(`${zone} ${start} → ${other} ${seen}`).toBe(`${zone} ${start} → ${other} ${Temporal.Instant.from(meant.from)}`);
}

describe('the days that something touches', () => {
  const on = (edtf: string, zone: string, calendar: string) => {
    const place = placeOnDays(whenOf(edtf), zone, calendar);
    return place && `${place.from}/${place.until}`;
  };

  test.each([
    // crosses midnight on the reader's clock, not on its own
    ['2026-12-14T17:00/2026-12-14T19:30', 'America/Bogota', PARIS, '2026-12-14/2026-12-15'],
    // is wholly of the next day there
    ['2026-12-14T19:00/2026-12-14T20:00', 'America/Bogota', PARIS, '2026-12-15/2026-12-15'],
    // ends at midnight there: the next day has nothing of it
    ['2026-12-14T17:00/2026-12-14T18:00', 'America/Bogota', PARIS, '2026-12-14/2026-12-14'],
    // the first of the year begins elsewhere
    ['2027-01-01T00:30/2027-01-01T02:00', PARIS, 'America/Bogota', '2026-12-31/2026-12-31'],
    // whole days are those that were announced, wherever the reader is
    ['2026-12-14', 'America/Bogota', PARIS, '2026-12-14/2026-12-14'],
    ['2026-12-14/2026-12-16', PARIS, 'Pacific/Tahiti', '2026-12-14/2026-12-16'],
    ['2026-09', PARIS, 'America/Bogota', null],
    ['2026', PARIS, 'America/Bogota', null],
    ['XXXX', PARIS, 'America/Bogota', null],
  ])('%s in %s is, in %s, on %s', (edtf, zone, calendar, days) => {
    expect(on(edtf, zone, calendar)).toBe(days);
  });

  test('an hour that comes twice says which of them it is', () => {
    // 25 October 2026: Paris has the hour from 2 to 3 twice; Bogotá is at UTC−5
    const place = (start: string, end: string) =>
      placeOnDays(whenOf(`2026-10-24T${start}/2026-10-24T${end}`), 'America/Bogota', PARIS)?.hours;
    expect(place('19:30', '20:00')).toEqual({ start: '2026-10-25T02:30', end: '2026-10-25T02:00', again: false });
    expect(place('20:30', '21:00')).toEqual({ start: '2026-10-25T02:30', end: '2026-10-25T03:00', again: true });
    expect(place('21:00', '22:00')).toMatchObject({ start: '2026-10-25T03:00', again: false });
  });

  test('an hour that is missing on the reader’s clock is the one after it', () => {
    // 29 March 2026: Paris has no hour between 2 and 3
    expect(placeOnDays(whenOf('2026-03-28T20:00/2026-03-28T21:00'), 'America/Bogota', PARIS)?.hours?.start).toBe('2026-03-29T03:00');
    expect(placeOnDays(whenOf('2026-03-28T19:59/2026-03-28T20:30'), 'America/Bogota', PARIS)?.hours?.start).toBe('2026-03-29T01:59');
  });
});

describe('a window of days', () => {
  test('holds every whole day of its dates, wherever on earth it is', () => {
    const window = windowOf('2026-12-14', '2026-12-20', PARIS);
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Tahiti', 'Pacific/Pago_Pago', PARIS])
      for (const day of ['2026-12-14', '2026-12-20']) {
        const { from, to } = boundsOf(whenOf(day), zone) ?? { from: '', to: '' };
        expect(Temporal.Instant.compare(window.from, from)).toBeLessThanOrEqual(0);
        expect(Temporal.Instant.compare(window.to, to)).toBeGreaterThanOrEqual(0);
      }
  });

  test('touches what begins, ends or passes in it', () => {
    expect(touches({ from: '2026-12-01', until: '2026-12-14' }, '2026-12-14', '2026-12-20')).toBe(true);
    expect(touches({ from: '2026-12-20', until: '2026-12-31' }, '2026-12-14', '2026-12-20')).toBe(true);
    expect(touches({ from: '2026-12-21', until: '2026-12-21' }, '2026-12-14', '2026-12-20')).toBe(false);
  });
});
