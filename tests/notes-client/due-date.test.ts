import { describe, expect, test } from 'vitest';
import { parseDueDate } from '#app/notes/due-date.ts';

// A Friday.
const TODAY = '2026-11-20';

describe('The due date of an action is understood as people write it', () => {
  test.each([
    ['2026-12-01', '2026-12-01'],
    ['15 sept', '2027-09-15'],
    ['15 sept.', '2027-09-15'],
    ['15 septembre 2026', '2026-09-15'],
    ['le 1er décembre', '2026-12-01'],
    ['avant le 3 février', '2027-02-03'],
    ['20 novembre', '2026-11-20'],
    ['mardi 15 décembre', '2026-12-15'],
    ['vendredi', '2026-11-27'],
    ['lundi prochain', '2026-11-23'],
    ['demain', '2026-11-21'],
    ['après-demain', '2026-11-22'],
    ['aujourd’hui', '2026-11-20'],
    ['3/12', '2026-12-03'],
    ['03.12.26', '2026-12-03'],
    ['3/12/2028', '2028-12-03'],
    ['fin du mois', '2026-11-30'],
    ['fin février', '2027-02-28'],
    ['fin novembre', '2026-11-30'],
    ['dans 2 semaines', '2026-12-04'],
    ['dans un mois', '2026-12-20'],
    ['dans 3 mois', '2027-02-20'],
    ['d’ici le 5 mai', '2027-05-05'],
    ['Friday', '2026-11-27'],
    ['September 15', '2027-09-15'],
    ['15th of September 2027', '2027-09-15'],
    ['by tomorrow', '2026-11-21'],
    ['in 2 weeks', '2026-12-04'],
    ['end of March', '2027-03-31'],
    ['29 février', '2028-02-29'],
  ])('« %s » is %s', (written, day) => {
    expect(parseDueDate(written, TODAY)).toBe(day);
  });

  test.each([
    '',
    'bientôt',
    '31 juin',
    '29 février 2027',
    '2026-02-30',
    '45/12',
    'ju',
    '15 ju',
    'la semaine prochaine ou après',
    '99 septembre',
    'lundi mardi',
  ])('« %s » is no day, and nothing is invented', (written) => {
    expect(parseDueDate(written, TODAY)).toBeNull();
  });
});
