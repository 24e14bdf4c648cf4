import { describe, expect, test } from 'vitest';
import { reminderAt } from '#app/model/reminders.ts';
import { boundsOf, whenOf } from '#app/model/when.ts';

/** The reminder of a meeting as its reader's own clock shows it. */
function shown(lead: 'week' | 'day' | 'hour', [edtf, zone]: [string, string], readerZone: string): string | null {
  const when = whenOf(edtf);
  const at = reminderAt(lead, { when, startsAt: boundsOf(when, zone)?.from ?? '2000-01-01T00:00:00Z' }, readerZone);
  return at ? at.toZonedDateTimeISO(readerZone).toPlainDateTime().toString({ smallestUnit: 'minute' }) : null;
}

// Zones with what their clocks do between the reminder and the meeting.
const CHANGES: [zone: string, day: string, dayBefore: string, what: string][] = [
  ['Europe/Paris', '2026-03-29', '2026-03-28', 'put forward that night'],
  ['Europe/Paris', '2026-10-25', '2026-10-24', 'put back that night'],
  ['America/New_York', '2026-03-08', '2026-03-07', 'put forward that night'],
  ['America/Port-au-Prince', '2026-11-01', '2026-10-31', 'put back that night'],
  ['America/Santiago', '2026-09-06', '2026-09-05', 'put forward at midnight'],
  ['America/Havana', '2026-03-08', '2026-03-07', 'put forward at midnight'],
  ['Africa/Casablanca', '2026-02-15', '2026-02-14', 'put back for Ramadan'],
  ['Africa/Cairo', '2026-04-24', '2026-04-23', 'put forward at midnight'],
  ['Australia/Lord_Howe', '2026-04-05', '2026-04-04', 'put back by half an hour'],
  ['America/Caracas', '2016-05-01', '2016-04-30', 'moved by half an hour for good'],
  ['Pacific/Apia', '2011-12-31', '2011-12-29', 'the day between was left out'],
  ['America/Cayenne', '2026-03-29', '2026-03-28', 'never changed'],
];

describe('« la veille à 17 h »', () => {
  test.each(CHANGES)('is 17:00 on the clock of %s, the day before %s (%s; %s)', (zone, day, dayBefore) => {
    expect(shown('day', [`${day}T18:00/${day}T19:00`, zone], zone)).toBe(`${dayBefore}T17:00`);
  });

  test('is the day before by the reader’s calendar, where the meeting falls on another day', () => {
    // one in the morning in Paris is still the evening before in Bogotá
    expect(shown('day', ['2026-06-20T01:00/2026-06-20T02:00', 'Europe/Paris'], 'America/Bogota')).toBe('2026-06-18T17:00');
    expect(shown('day', ['2026-06-20T20:00/2026-06-20T21:00', 'America/Bogota'], 'Pacific/Auckland')).toBe('2026-06-20T17:00');
  });

  test('keeps to the day that is named where no hour is', () => {
    expect(shown('day', ['2026-06-20', 'America/Bogota'], 'Europe/Paris')).toBe('2026-06-19T17:00');
    expect(shown('week', ['2026-06-20/2026-06-22', 'America/Bogota'], 'Pacific/Auckland')).toBe('2026-06-13T17:00');
  });
});

describe('« une heure avant »', () => {
  test('is sixty minutes that really pass, across a change of clocks', () => {
    // at 2:00 the clocks of Paris go to 3:00
    expect(shown('hour', ['2026-03-29T03:30/2026-03-29T04:30', 'Europe/Paris'], 'Europe/Paris')).toBe('2026-03-29T01:30');
    expect(shown('hour', ['2026-03-29T03:30/2026-03-29T04:30', 'Europe/Paris'], 'America/Cayenne')).toBe('2026-03-28T21:30');
  });
});

test('nobody is reminded of a date that is only a month, a year or unknown, nor an hour before a mere day', () => {
  for (const edtf of ['2026-09', '2026', 'XXXX'])
    for (const lead of ['week', 'day', 'hour'] as const) expect(shown(lead, [edtf, 'Europe/Paris'], 'Europe/Paris')).toBeNull();
  expect(shown('hour', ['2026-06-20', 'Europe/Paris'], 'Europe/Paris')).toBeNull();
});
