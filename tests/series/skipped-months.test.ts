import { expect, test } from 'vitest';
import type { Recurrence } from '#app/model/recurrence.ts';
import { skippedInWords } from '#app/series/rule-words.ts';
import { skippedMonths } from '#app/series/skipped-months.ts';
import { datesOfRule } from '#server/series/dates-of-rule.ts';
import { RULE } from './scene.ts';

const skipped = (given: Partial<Recurrence>) => {
  const rule = { ...RULE, monthsOut: [], ...given };
  return skippedMonths(rule, datesOfRule(rule));
};

test('a rule on the 31st says which months it passes over', () => {
  const pattern = { kind: 'monthday', every: 1, day: 31 } as const;
  const end = { kind: 'until', day: '2022-12-31' } as const;
  expect(skipped({ pattern, end })).toEqual(['2022-06', '2022-09', '2022-11']);
  expect(skipped({ pattern, end, monthsOut: [9] })).toEqual(['2022-06', '2022-11']);
  expect(skipped({ pattern: { ...pattern, every: 2 }, end: { kind: 'until', day: '2023-01-31' } })).toEqual(['2022-09', '2022-11']);
  expect(skipped({ pattern: { ...pattern, day: -1 }, end })).toEqual([]);
  const rule = { ...RULE, pattern, end, monthsOut: [] };
  expect(skippedInWords(rule, datesOfRule(rule), 'fr')).toBe('juin 2022, septembre 2022 et novembre 2022');
});

test('so does a fifth weekday; a third one and weeks pass over nothing', () => {
  expect(skipped({ pattern: { kind: 'weekday', every: 1, nth: 5, weekday: 2 }, end: { kind: 'count', times: 2 } })).toEqual([
    '2022-06',
    '2022-07',
    '2022-09',
    '2022-10',
  ]);
  expect(skipped({})).toEqual([]);
  expect(skipped({ pattern: { kind: 'weekly', every: 2, weekday: 2 } })).toEqual([]);
});
