import { describe, expect, test } from 'vitest';
import { parsePointForm, valuesOfPointForm } from '#app/agenda/parse-point-form.ts';
import { fillOf, offsetsOf, reorder } from '#app/model/agenda.ts';

describe('what the form of a point takes and refuses', () => {
  const form = (fields: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries({ title: 'Point', kind: 'discussion', duration: '15', summary: '', ...fields }))
      data.set(name, value);
    return parsePointForm(valuesOfPointForm(data));
  };

  test.each([
    ...([
      ['15', 15],
      ['15 min', 15],
      ['1 h 30', 90],
      ['1h', 60],
      ['0:45', 45],
      ['0', 0],
      ['1440', 1440],
    ] as const),
  ])('a duration of « %s »', (duration, durationMinutes) => {
    expect(form({ duration })).toMatchObject({ point: { durationMinutes } });
  });

  test.each([
    ['duration', { duration: '25 h' }, /24\u00A0h au plus/],
    ['duration', { duration: '-5' }, /minutes/],
    ['duration', { duration: 'longtemps' }, /minutes/],
    ['duration', { duration: '9'.repeat(400) }, /minutes/],
    ['title', { title: '\u0000 \n' }, /titre/],
    ['title', { title: 'x'.repeat(10_000) }, /300/],
    ['summary', { summary: 'x'.repeat(5001) }, /5000/],
    ['kind', { kind: 'party' }, /nature/],
  ] as const)('%s: %j', (field, fields, message) => {
    expect(form(fields)).toHaveProperty(`faults.${field}`, expect.stringMatching(message));
  });

  test('line breaks and overrides leave a title, markup stays text', () => {
    expect(form({ title: '<b>Un\r\ntitre</b>\u202E' })).toMatchObject({ point: { title: '<b>Un titre</b>' } });
  });
});

describe('the sum of an agenda', () => {
  const points = [{ durationMinutes: 5 }, { durationMinutes: 60 }, { durationMinutes: 30 }];

  test('is held against the length of the meeting', () => {
    expect(fillOf(points, 90)).toEqual({ planned: 95, available: 90, over: 5 });
    expect(fillOf(points, null)).toEqual({ planned: 95, available: null, over: null });
    expect(offsetsOf(points)).toEqual([0, 5, 65]);
  });

  test('a new order names every point once', () => {
    expect(reorder(['a', 'b', 'c'], 'c', 'a')).toEqual(['c', 'a', 'b']);
    expect(reorder(['a', 'b', 'c'], 'x', 'a')).toBeNull();
    expect(reorder(['a', 'b', 'c'], 'a', 'x')).toBeNull();
  });
});
