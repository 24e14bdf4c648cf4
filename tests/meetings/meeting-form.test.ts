import { describe, expect, test } from 'vitest';
import { emptyValues, type MeetingFormValues, valuesOfForm } from '#app/meetings/meeting-form-values.ts';
import { parseMeetingForm } from '#app/meetings/parse-meeting-form.ts';
import { previewMeeting, shiftTo } from '#app/meetings/preview-meeting.ts';

const good: MeetingFormValues = {
  ...emptyValues({ timeZone: 'Europe/Paris', visibility: 'public' }),
  ...{ title: 'Rencontre DALC : santé', day: '2022-10-13', start: '15:00', end: '16:30' },
};
const parse = (values: Partial<MeetingFormValues>) => parseMeetingForm({ ...good, ...values });
const planOf = (values: Partial<MeetingFormValues>) => {
  const parsed = parse(values);
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  return parsed.plan;
};
const faultsOf = (values: Partial<MeetingFormValues>) => {
  const parsed = parse(values);
  return 'faults' in parsed ? parsed.faults : {};
};

describe('what the form of a meeting takes', () => {
  test('a meeting to the hour', () => {
    expect(planOf({})).toMatchObject({
      title: 'Rencontre DALC : santé',
      when: { kind: 'time', start: '2022-10-13T15:00', end: '2022-10-13T16:30', toConfirm: false },
      timeZone: 'Europe/Paris',
    });
  });

  test.each([
    [{ whenKind: 'day' }, { kind: 'day', day: '2022-10-13' }],
    [
      { whenKind: 'span', from: '2022-10-13', to: '2022-10-15' },
      { kind: 'span', from: '2022-10-13', to: '2022-10-15' },
    ],
    [
      { whenKind: 'span', from: '2022-10-13', to: '2022-10-13' },
      { kind: 'day', day: '2022-10-13' },
    ],
    [
      { whenKind: 'month', month: '09', year: '2022' },
      { kind: 'month', month: '2022-09' },
    ],
    [
      { whenKind: 'year', year: '2022' },
      { kind: 'year', year: '2022' },
    ],
    [{ whenKind: 'unknown' }, { kind: 'unknown', toConfirm: true }],
    [
      { endDay: '2022-10-14', end: '01:00' },
      { kind: 'time', end: '2022-10-14T01:00' },
    ],
  ])('a date as it is known: %j', (values, when) => {
    expect(planOf(values).when).toMatchObject(when);
  });

  test('a title becomes one clean line: line breaks, control characters, direction overrides and lone surrogates are taken out', () => {
    const title = 'Santé\r\nBcc: tous@exemple\u0000 \u202Eévitna\u202C \uD800 fin';
    expect(planOf({ title }).title).toBe('Santé Bcc: tous@exemple évitna \uFFFD fin');
    expect(planOf({ title: '<script>alert(1)</script>' }).title).toBe('<script>alert(1)</script>');
  });

  test('themes ticked and typed are each taken once, whatever their case and accents', () => {
    expect(planOf({ themes: ['Climat'], otherThemes: 'climat, Santé ; SANTE, Eau' }).themes).toEqual(['Climat', 'Santé', 'Eau']);
  });

  test('fields that are missing altogether count as empty', () => {
    expect(parseMeetingForm(valuesOfForm(new FormData()))).toHaveProperty('faults.title');
  });
});

describe('what the form of a meeting refuses, under the field', () => {
  test.each([
    ['title', { title: ' \u202E\n ' }, /titre/],
    ['title', { title: 'x'.repeat(10_000) }, /300 caractères au plus, il y en a 10000/],
    ['summary', { summary: 'x'.repeat(10_001) }, /10000 caractères/],
    ['placeName', { placeName: 'x'.repeat(201) }, /200/],
    ['end', { end: '14:00' }, /avant le début/],
    ['end', { end: '15:00' }, /avant le début/],
    ['endDay', { endDay: '2022-10-12' }, /avant le début/],
    ['endDay', { endDay: '2023-10-12' }, /14 jours/],
    ['to', { whenKind: 'span', from: '2022-10-13', to: '2022-10-01' }, /avant le début/],
    ['to', { whenKind: 'span', from: '2022-10-13', to: '2024-10-13' }, /366 jours/],
    ['day', { day: '2023-02-29' }, /29 février n’existe pas en 2023/],
    ['day', { day: '2022-02-30' }, /n’existe pas/],
    ['day', { day: 'demain' }, /n’existe pas/],
    ['day', { day: '9999-01-01' }, /entre 1900 et 2200/],
    ['day', { day: '' }, /date/],
    ['start', { start: '' }, /heure/],
    ['start', { start: '25:00' }, /n’existe pas/],
    ['start', { day: '2022-03-27', start: '02:30', end: '04:00' }, /horloges avancent. La première heure possible est 3\u00A0h/],
    ['end', { day: '2022-03-27', start: '01:00', end: '02:15' }, /horloges avancent/],
    ['month', { whenKind: 'month', month: '13', year: '2022' }, /mois/],
    ['year', { whenKind: 'month', month: '09', year: '22' }, /entre 1900 et 2200/],
    ['whenKind', { whenKind: 'sometime' }, /précision/],
    ['timeZone', { timeZone: 'Europe/Parix' }, /fuseau/],
    ['timeZone', { timeZone: '+02:00' }, /fuseau/],
    ['onlineUrl', { onlineUrl: 'zoom.us/j/98' }, /https:\/\//],
    ['onlineUrl', { onlineUrl: 'javascript:alert(1)' }, /https:\/\//],
    ['onlineUrl', { onlineUrl: 'https://user:secret@zoom.example/j/98' }, /https:\/\//],
    ['otherThemes', { otherThemes: '???' }, /lettre ou un chiffre/],
    ['otherThemes', { otherThemes: 'x'.repeat(121) }, /120/],
    ['otherThemes', { otherThemes: Array.from({ length: 13 }, (_, n) => `t${n}`).join(',') }, /12 thématiques/],
    ['kind', { kind: 'party' }, /genre/],
    ['visibility', { visibility: 'secret' }, /qui peut voir/],
  ] as const)('%s: %j', (field, values, message) => {
    expect(faultsOf(values)[field]).toMatch(message);
  });

  test('29 February of a leap year, and the hour that comes twice, are taken', () => {
    expect(faultsOf({ day: '2024-02-29' })).toEqual({});
    expect(faultsOf({ day: '2022-10-30', start: '02:30', end: '04:00' })).toEqual({});
  });
});

describe('the preview', () => {
  const at = { zones: ['Europe/Paris', 'America/Bogota'], locale: 'fr' as const, now: '2022-06-01T08:00:00Z' };

  test('says that an hour comes twice, that a date is past, and what half-written fields can say', () => {
    expect(previewMeeting({ ...good, day: '2022-10-30', start: '02:30', end: '04:00' }, at).twice).toBe(true);
    expect(previewMeeting({ ...good, day: '2020-10-30' }, at).past).toBe(true);
    expect(previewMeeting({ ...good, day: '', title: '' }, at)).toMatchObject({ when: '', clocks: [], title: '' });
    expect(previewMeeting({ ...good, timeZone: 'nowhere' }, at).clocks[0]?.city).toBe('temps universel');
  });

  test('moving the start keeps the length', () => {
    expect(shiftTo(good, '16:00')).toMatchObject({ start: '16:00', end: '17:30', endDay: '' });
    expect(shiftTo(good, '23:30')).toMatchObject({ start: '23:30', end: '01:00', endDay: '2022-10-14' });
    expect(shiftTo(good, '"><script>')).toEqual(good);
  });
});
