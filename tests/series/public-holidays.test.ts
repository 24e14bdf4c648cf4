import { describe, expect, test } from 'vitest';
import { easterSunday, holidaysOn, publicHolidays } from '#app/model/public-holidays.ts';

// Dates of Easter as published by the Bureau des longitudes.
const EASTER = [
  ['2000', '04-23'],
  ['2008', '03-23'],
  ['2011', '04-24'],
  ['2016', '03-27'],
  ['2019', '04-21'],
  ['2022', '04-17'],
  ['2024', '03-31'],
  ['2025', '04-20'],
  ['2026', '04-05'],
  ['2027', '03-28'],
  ['2030', '04-21'],
  ['2038', '04-25'],
  // the earliest and latest that there can be, and a century without a leap day
  ['1818', '03-22'],
  ['1943', '04-25'],
  ['2100', '03-28'],
] as const;

describe('French public holidays', () => {
  test.each(EASTER)('Easter of %s is on %s', (year, day) => {
    expect(easterSunday(Number(year)).toString()).toBe(`${year}-${day}`);
  });

  test('the eleven of 2027', () => {
    const days = publicHolidays(2027).filter(({ overseas }) => !overseas);
    expect(days.map(({ day, name }) => `${day} ${name}`)).toEqual([
      '2027-01-01 Jour de l’an',
      '2027-03-29 Lundi de Pâques',
      '2027-05-01 Fête du Travail',
      '2027-05-06 Ascension',
      '2027-05-08 Victoire de 1945',
      '2027-05-17 Lundi de Pentecôte',
      '2027-07-14 Fête nationale',
      '2027-08-15 Assomption',
      '2027-11-01 Toussaint',
      '2027-11-11 Armistice de 1918',
      '2027-12-25 Noël',
    ]);
  });

  test('there are eleven in every year, on eleven days, except where Ascension falls on the first or the eighth of May', () => {
    for (let year = 1900; year <= 2200; year++) {
      const days = publicHolidays(year).filter(({ overseas }) => !overseas);
      expect(days).toHaveLength(11);
      const ascension = easterSunday(year).add({ days: 39 }).toString().slice(5);
      expect(new Set(days.map(({ day }) => day)).size).toBe(ascension === '05-01' || ascension === '05-08' ? 10 : 11);
    }
  });

  test('one of an overseas territory says so, in the reader’s language', () => {
    expect(holidaysOn('2027-06-10')).toEqual([{ day: '2027-06-10', name: 'Abolition de l’esclavage (Guyane)', overseas: true }]);
    expect(holidaysOn('2027-05-22', 'en').map(({ name }) => name)).toEqual(['Abolition of slavery (Martinique)']);
    expect(holidaysOn('2027-06-11')).toEqual([]);
  });
});
