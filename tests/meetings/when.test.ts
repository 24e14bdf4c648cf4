import { describe, expect, test } from 'vitest';
import { emptyValues } from '#app/meetings/meeting-form-values.ts';
import { previewMeeting } from '#app/meetings/preview-meeting.ts';
import { clocksOf, isTwice, suggestStart } from '#app/model/clocks.ts';
import { formatStartIn, formatWhen } from '#app/model/format-when.ts';
import { cityOf, findTimeZone, NETWORK_ZONES } from '#app/model/time-zones.ts';
import { boundsOf, comesTwice, formatEdtf, minutesOf, missingHour, parseWhen, whenOf } from '#app/model/when.ts';
import { inputOf, readWhen } from '#app/model/when-input.ts';
import { randomWhen, seededRandom } from './random-when.ts';

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));

describe(`dates drawn at random (SEED=${seed})`, () => {
  const random = seededRandom(seed);
  const drawn = Array.from({ length: 2000 }, () => randomWhen(random));

  test('a date written as EDTF is read back as it was', () => {
    for (const when of drawn) expect(parseWhen(formatEdtf(when)), formatEdtf(when)).toEqual(when);
  });

  test('a form filled from a date gives that date back, in every zone where its hours exist', () => {
    for (const when of drawn) {
      const zone = random.pick(NETWORK_ZONES);
      const read = readWhen(inputOf(when), zone);
      if (when.kind === 'time' && (missingHour(when.start, zone) || missingHour(when.end, zone))) expect(read).toHaveProperty('faults');
      else expect(read).toEqual({ when });
    }
  });

  test('what a date covers never ends before it starts, and only an unknown date covers nothing', () => {
    for (const when of drawn) {
      const zone = random.pick(NETWORK_ZONES);
      if ('faults' in readWhen(inputOf(when), zone)) continue;
      const bounds = boundsOf(when, zone);
      if (when.kind === 'unknown') expect(bounds).toBeNull();
      else expect(bounds && bounds.from < bounds.to, `${formatEdtf(when)} in ${zone}`).toBe(true);
    }
  });

  test('the preview of any date, wherever people are, can be computed', () => {
    for (const when of drawn.slice(0, 300)) {
      const values = { ...emptyValues({ timeZone: random.pick(NETWORK_ZONES), visibility: 'public' }), ...inputOf(when) };
      const zones = [random.pick(NETWORK_ZONES), random.pick(NETWORK_ZONES), random.pick(NETWORK_ZONES)];
      expect(previewMeeting(values, { zones, locale: 'fr', now: '2022-06-01T08:00:00Z' })).toHaveProperty('clocks');
    }
  });

  test('every date can be written in French and in English, without an offset and without a missing word', () => {
    for (const when of drawn)
      for (const locale of ['fr', 'en'] as const) {
        const zone = random.pick(NETWORK_ZONES);
        if ('faults' in readWhen(inputOf(when), zone)) continue;
        const { full } = formatWhen(when, { zone, locale, readerZone: random.pick(NETWORK_ZONES) });
        expect(full).not.toMatch(/undefined|null|NaN|UTC|GMT|\+0/);
        expect(full.length).toBeGreaterThan(3);
      }
  });
});

describe('hours that suit everybody', () => {
  test('a start is looked for on a night when clocks change, too', () => {
    const night = whenOf('2027-03-28T03:00/2027-03-28T04:00');
    expect(suggestStart(night, 'Europe/Paris', ['America/Bogota'])).toBe('16:00');
  });
});

describe('reading EDTF', () => {
  test.each([
    ...['', 'XXX', '2022-13', '2022-02-30', '2022-06-31', '1899-01-01', '2201', '22-06-20', '2022-6-2'],
    ...['2022-06-20/2022-06-19', '2022-06-20/2022-06-20', '2022-06-20T18:00/2022-06-20T16:30', '2022-06-20T16:30'],
    ...['2022-06-20T25:00/2022-06-20T26:00', '2022-06-20T16:30/2022-06-21', '2022-01-01/2024-01-01', '2022-06-20/2022-06-21/2022-06-22'],
  ])('refuses %j', (edtf) => {
    expect(parseWhen(edtf)).toBeNull();
    expect(() => whenOf(edtf)).toThrow();
  });

  test('29 February exists in 2024 and 2000, not in 2023 nor in 1900', () => {
    expect([parseWhen('2024-02-29'), parseWhen('2000-02-29')]).not.toContain(null);
    expect([parseWhen('2023-02-29'), parseWhen('1900-02-29')]).toEqual([null, null]);
  });

  test('« to be confirmed » is read on either end of an interval and written on both', () => {
    const when = parseWhen('2022-06-26/2022-06-30?');
    expect(when).toMatchObject({ kind: 'span', toConfirm: true });
    expect(when && formatEdtf(when)).toBe('2022-06-26?/2022-06-30?');
  });
});

describe('clocks that change', () => {
  test('the hour that does not exist is found, with the next one that does', () => {
    expect(missingHour('2022-03-27T02:30', 'Europe/Paris')).toBe('2022-03-27T03:00');
    expect(missingHour('2022-03-27T01:59', 'Europe/Paris')).toBeNull();
    expect(missingHour('2022-03-27T02:30', 'America/Guadeloupe')).toBeNull();
    expect(() => boundsOf(whenOf('2022-03-27T02:30/2022-03-27T04:00'), 'Europe/Paris')).toThrow(/does not exist/);
  });

  test('the hour that comes twice means its first passage', () => {
    expect(comesTwice('2022-10-30T02:30', 'Europe/Paris')).toBe(true);
    expect(comesTwice('2022-10-30T03:00', 'Europe/Paris')).toBe(false);
    const when = whenOf('2022-10-30T02:30/2022-10-30T04:00');
    expect(boundsOf(when, 'Europe/Paris')).toEqual({ from: '2022-10-30T00:30:00Z', to: '2022-10-30T03:00:00Z' });
    expect(minutesOf(when, 'Europe/Paris')).toBe(150);
    expect(isTwice(when, 'Europe/Paris')).toBe(true);
  });

  test('a day in which clocks change has 23 or 25 hours', () => {
    expect(boundsOf(whenOf('2022-03-27'), 'Europe/Paris')).toEqual({ from: '2022-03-26T23:00:00Z', to: '2022-03-27T22:00:00Z' });
    expect(boundsOf(whenOf('2022-10-30'), 'Europe/Paris')).toEqual({ from: '2022-10-29T22:00:00Z', to: '2022-10-30T23:00:00Z' });
  });
});

describe('writing dates for people', () => {
  const fr = (edtf: string, readerZone: string | null = null) =>
    formatWhen(whenOf(edtf), { zone: 'Europe/Paris', locale: 'fr', readerZone });
  const plain = (text: string | null) => text?.replaceAll('\u00A0', ' ');

  test.each([
    ['2022-06-20T16:30/2022-06-20T18:00', 'Lundi 20 juin 2022, 16 h 30 – 18 h', 'Monday 20 June 2022, 16:30 – 18:00'],
    [
      '2022-06-20T22:30/2022-06-21T01:00',
      'Lundi 20 juin 2022, 22 h 30 – 1 h le mardi 21 juin',
      'Monday 20 June 2022, 22:30 – 01:00 on Tuesday 21 June',
    ],
    ['2022-06-01?', 'Mercredi 1er juin 2022, à confirmer', 'Wednesday 1 June 2022, to be confirmed'],
    ['2022-05-26/2022-06-11', 'Du 26 mai au 11 juin 2022', '26 May – 11 June 2022'],
    ['2022-06-26/2022-06-30', 'Du 26 au 30 juin 2022', '26–30 June 2022'],
    ['2022-12-26/2023-01-01', 'Du 26 décembre 2022 au 1er janvier 2023', '26 December 2022 – 1 January 2023'],
    ['2022-09', 'Septembre 2022', 'September 2022'],
    ['2022', '2022', '2022'],
    ['XXXX', 'Date à confirmer', 'Date to be confirmed'],
  ])('%s', (edtf, french, english) => {
    expect(plain(fr(edtf).full)).toBe(french);
    expect(plain(formatWhen(whenOf(edtf), { zone: 'Europe/Paris', locale: 'en' }).full)).toBe(english);
  });

  test('a reader elsewhere is told the hour there, with the city and never an offset', () => {
    const there = fr('2022-06-20T16:30/2022-06-20T18:00', 'America/Argentina/Buenos_Aires');
    expect(plain(there.zoneNote)).toBe('11 h 30 à Buenos Aires');
    expect(plain(there.full)).toBe('Lundi 20 juin 2022, 16 h 30 – 18 h à Paris');
    expect(fr('2022-06-20T16:30/2022-06-20T18:00', 'Europe/Madrid').zoneNote).toBeNull();
    expect(fr('2022-06-20', 'America/Bogota').zoneNote).toBeNull();
  });

  test('whoever is not known to be on the same clock is told the city, where there is an hour', () => {
    const told = (edtf: string) => plain(formatWhen(whenOf(edtf), { zone: 'America/Martinique', locale: 'fr', city: true }).full);
    expect(told('2022-06-20T16:30/2022-06-20T18:00')).toBe('Lundi 20 juin 2022, 16 h 30 – 18 h à Fort-de-France');
    expect(told('2022-06')).toBe('Juin 2022');
  });

  test('the day is told where it is another one', () => {
    expect(plain(formatStartIn(whenOf('2022-06-20T16:30/2022-06-20T18:00'), 'Europe/Paris', 'Pacific/Noumea', 'fr'))).toBe(
      'mardi 21 juin, 1 h 30 à Nouméa',
    );
  });

  test('hours and their unit never part at the end of a line', () => {
    expect(fr('2022-06-20T16:30/2022-06-20T18:00').time).toBe('16\u00A0h\u00A030 –\u00A018\u00A0h');
  });
});

describe('zones', () => {
  test('cities have the names that people give them, in each language', () => {
    expect(cityOf('America/Martinique', 'fr')).toBe('Fort-de-France');
    expect([cityOf('America/Mexico_City', 'fr'), cityOf('America/Mexico_City', 'en')]).toEqual(['Mexico', 'Mexico City']);
    expect(cityOf('Asia/Ho_Chi_Minh', 'fr')).toBe('Ho Chi Minh');
  });

  test('any zone of the IANA database is known, offsets and nonsense are not', () => {
    for (const zone of NETWORK_ZONES) expect(findTimeZone(zone)).toBe(zone);
    expect(findTimeZone('europe/paris')).toBe('Europe/Paris');
    for (const wrong of ['', '+02:00', 'Europe/Parix', '../../etc/passwd', 'x'.repeat(1000)]) expect(findTimeZone(wrong)).toBeNull();
  });

  test('office hours are told city by city, and an hour that suits everybody is proposed', () => {
    const when = whenOf('2022-10-13T15:00/2022-10-13T16:30');
    const cities = ['America/Argentina/Buenos_Aires', 'America/Martinique', 'America/Bogota'];
    expect(clocksOf(when, 'Europe/Paris', cities).map(({ time, fit }) => [time, fit])).toEqual([
      ['15:00', 'office'],
      ['10:00', 'office'],
      ['09:00', 'office'],
      ['08:00', 'early'],
    ]);
    expect(suggestStart(when, 'Europe/Paris', cities)).toBe('16:00');
    expect(suggestStart(when, 'Europe/Paris', ['Pacific/Noumea'])).toBeNull();
  });
});
