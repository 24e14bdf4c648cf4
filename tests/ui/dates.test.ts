import { describe, expect, test } from 'vitest';
import { chooseNext, daysUntil, monthToShow } from '#app/home/next-meetings.ts';
import { clockOf } from '#app/model/time-zones.ts';
import { whenOf } from '#app/model/when.ts';
import { daysOf, whenInMargin } from '#app/model/when-in-margin.ts';

const margin = (edtf: string, locale: 'fr' | 'en' = 'fr') => whenInMargin(whenOf(edtf), locale, '2022');

describe('a date in the margin', () => {
  test('is as fuzzy as what people know, and never invents a day', () => {
    expect(margin('2022-06-21T14:30/2022-06-21T16:00')).toEqual({ big: '21', small: 'juin' });
    expect(margin('2022-09')).toEqual({ big: 'sept.', small: '2022' });
    expect(margin('2022-12-07/2022-12-10')).toEqual({ big: '7–10', small: 'déc.' });
    expect(margin('2022-05-26/2022-06-11')).toEqual({ big: '26\u00A0mai', small: '– 11\u00A0juin' });
    expect(margin('2022')).toEqual({ big: '2022', small: '' });
    expect(margin('XXXX')).toBeNull();
  });

  test('says the year when it is not this one, and 1er in French', () => {
    expect(margin('2023-02-01')).toEqual({ big: '1er', small: 'févr. 2023' });
    expect(margin('2023-02-01', 'en')).toEqual({ big: '1', small: 'Feb 2023' });
  });

  test('ends at midnight without reaching into the next day', () => {
    expect(daysOf(whenOf('2022-06-20T18:00/2022-06-21T00:00'))).toEqual({ from: '2022-06-20', to: '2022-06-20' });
  });
});

describe('the clock of a city', () => {
  test('is named as its language does', () => {
    expect(clockOf('America/Bogota', 'fr')).toBe('heure de Bogotá');
    expect(clockOf('America/Asuncion', 'fr')).toBe('heure d’Asunción');
    expect(clockOf('UTC', 'fr')).toBe('temps universel');
    expect(clockOf('Europe/Paris', 'en')).toBe('Paris time');
  });
});

describe('the front page', () => {
  const row = (edtf: string, status: 'scheduled' | 'cancelled' = 'scheduled') => ({ edtf, status });

  test('puts in large the first meeting that has a day and is not cancelled', () => {
    const rows = [row('2022-06'), row('2022-06-18', 'cancelled'), row('2022-06-20'), row('XXXX')];
    const { next, after } = chooseNext(rows);
    expect(next).toBe(rows[2]);
    expect(after).toEqual([rows[0], rows[1], rows[3]]);
  });

  test('has nothing in large when only months are known', () => {
    expect(chooseNext([row('2022-09'), row('XXXX')]).next).toBeNull();
  });

  test('opens on the month asked for, or else on that of the next meeting', () => {
    expect(monthToShow('2021-02', '2022-06-14', row('2022-07-01'))).toBe('2021-02');
    expect(monthToShow('2021-13', '2022-06-14', row('2022-07-01'))).toBe('2022-07');
    expect(monthToShow(null, '2022-06-14', null)).toBe('2022-06');
  });

  test('counts whole days', () => {
    expect(daysUntil('2022-06-20', '2022-06-14')).toBe(6);
    expect(daysUntil('2024-03-01', '2024-02-28')).toBe(2);
  });
});
