import { describe, expect, test } from 'vitest';
import { parseSeriesForm } from '#app/series/parse-series-form.ts';
import { patternInWords, ruleInWords } from '#app/series/rule-words.ts';
import { emptySeries, type SeriesFormValues, valuesOfSeries, valuesOfSeriesForm } from '#app/series/series-form-values.ts';
import { PLAN, RULE } from './scene.ts';

const filled = (given: Partial<SeriesFormValues> = {}): SeriesFormValues => {
  const values = emptySeries({ timeZone: 'Europe/Paris', visibility: 'public' }, '2026-11-21');
  return { ...values, meeting: { ...values.meeting, title: 'Point mensuel' }, ...given };
};

describe('the form of a series', () => {
  test('as it opens it asks for nothing but a title: every third Tuesday at 15:00 until July, not in August', () => {
    const read = parseSeriesForm(filled());
    expect(read).toMatchObject({
      parsed: {
        plan: { recurrence: { ...RULE, firstDay: '2026-11-21', end: { kind: 'until', day: '2027-07-31' } }, agenda: [] },
        invite: 'none',
      },
    });
  });

  test.each<[string, Partial<SeriesFormValues>, string]>([
    ['an end before the beginning', { until: '2026-11-20' }, 'until'],
    ['an end that is no date', { until: '2027-02-31' }, 'until'],
    ['an end in thirty years', { until: '2056-11-20' }, 'until'],
    ['a beginning that is no date', { from: '31 février' }, 'from'],
    ['400 meetings', { endKind: 'count', times: '400' }, 'times'],
    ['no meeting', { endKind: 'count', times: '0' }, 'times'],
    ['a length of nothing', { minutes: '0' }, 'minutes'],
    ['a negative length', { minutes: '-90' }, 'minutes'],
    ['a length in words', { minutes: 'une heure' }, 'minutes'],
    ['a length of a week', { minutes: '10080' }, 'minutes'],
    ['an hour that no clock shows', { start: '25:00' }, 'start'],
    ['no pattern', { pattern: 'hourly' }, 'pattern'],
    ['an eighth weekday', { monthlyDay: '8' }, 'monthlyDay'],
    ['a sixth Tuesday', { nth: '6' }, 'nth'],
    ['day 32', { pattern: 'monthday', monthDay: '32' }, 'monthDay'],
    ['every 0 weeks', { pattern: 'weekly', weeks: '0' }, 'weeks'],
    ['every 1e3 months', { months: '1e3' }, 'months'],
    ['all months left out', { monthsOut: Array.from({ length: 12 }, (_, index) => String(index + 1)) }, 'monthsOut'],
    ['a point of negative length', { points: [{ title: 'Ouverture', kind: 'opening', minutes: '-5' }] }, 'point-0'],
    ['a point of 301 characters', { points: [{ title: 'x'.repeat(301), kind: 'opening', minutes: '5' }] }, 'point-0'],
    ['points of two days', { points: [1, 2].map(() => ({ title: 'Long', kind: 'opening', minutes: '1440' })) }, 'point-0'],
    ['21 points', { points: Array.from({ length: 21 }, () => ({ title: 'Un', kind: 'opening', minutes: '1' })) }, 'point-0'],
  ])('%s is told at its field', (_, given, field) => {
    const read = parseSeriesForm(filled(given));
    expect(read).toHaveProperty(['faults', field]);
  });

  test('an unknown zone and a missing title are told as in the form of a meeting', () => {
    const values = filled();
    const read = parseSeriesForm({ ...values, meeting: { ...values.meeting, title: '  ', timeZone: 'Mars/Olympus' } });
    expect(Object.keys('faults' in read ? read.faults : {}).sort()).toEqual(['timeZone', 'title']);
  });

  test('hostile text is cleaned, kept as text, and rows without a title are left away', () => {
    const points = [
      { title: '\u202Eouverture\u0000\n<b>', kind: 'nonsense', minutes: '5' },
      { title: ' ', kind: 'opening', minutes: 'x' },
    ];
    const read = parseSeriesForm(filled({ points }));
    expect(read).toMatchObject({ parsed: { plan: { agenda: [{ title: 'ouverture <b>', kind: 'discussion', durationMinutes: 5 }] } } });
  });

  test('a form without anything in it is faults, not a failure', () => {
    expect(parseSeriesForm(valuesOfSeriesForm(new FormData()))).toHaveProperty('faults');
  });

  test('a stored series fills the form from which it is read again', () => {
    const values = valuesOfSeries(PLAN, '2022-09-20');
    const read = parseSeriesForm({ ...values, from: '2022-06-01' });
    const { themes, ...template } = PLAN.template;
    expect(read).toMatchObject({ parsed: { plan: { recurrence: RULE, template: { ...template, themes }, agenda: PLAN.agenda } } });
  });
});

describe('a rule in words', () => {
  const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ');
  test('in French and in English', () => {
    expect(plain(ruleInWords({ ...RULE, firstDay: '2022-06-21' }, 'fr'))).toBe(
      'Le 3e mardi du mois, de 15 h à 16 h 30, heure de Paris, 5 fois à partir du 21 juin 2022, sauf en août',
    );
    const until = { kind: 'until', day: '2023-07-31' } as const;
    expect(plain(ruleInWords({ ...RULE, monthsOut: [8, 12], end: until, timeZone: 'America/Bogota', firstDay: '2022-06-21' }, 'en'))).toBe(
      'The third Tuesday of the month, 15:00 to 16:30, Bogotá time, from 21 June 2022 on, until 31 July 2023, except in August and December',
    );
  });

  test.each([
    [{ kind: 'weekly', every: 1, weekday: 2 }, 'tous les mardis', 'every Tuesday'],
    [{ kind: 'weekly', every: 2, weekday: 5 }, 'un vendredi sur deux', 'every other Friday'],
    [{ kind: 'weekly', every: 3, weekday: 1 }, 'le lundi, toutes les 3 semaines', 'Monday, every 3 weeks'],
    [
      { kind: 'weekday', every: 2, nth: -1, weekday: 5 },
      'le dernier vendredi du mois, tous les 2 mois',
      'the last Friday of the month, every 2 months',
    ],
    [{ kind: 'monthday', every: 1, day: 1 }, 'le 1er du mois', 'day 1 of the month'],
    [{ kind: 'monthday', every: 1, day: -1 }, 'le dernier jour du mois', 'the last day of the month'],
  ] as const)('%j', (pattern, fr, en) => {
    expect(plain(patternInWords(pattern, 'fr'))).toBe(fr);
    expect(plain(patternInWords(pattern, 'en'))).toBe(en);
  });
});
