import { describe, expect, test } from 'vitest';
import { type KnownPerson, NOTHING_KNOWN } from '#app/model/checker.ts';
import { checkMinutes } from '#server/minutes/checker/check-minutes.ts';
import { fontsDraw } from '#server/minutes/checker/font-coverage.ts';
import { oneOf, randomFrom, SEED } from '#tests/support/random.ts';
import { minutesOf } from './checker-content.ts';

/** Time of the processor, which other programs do not stretch, in milliseconds. */
function spent(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const known = { ...NOTHING_KNOWN, meetingDays: ['2022-06-20'], drawable: fontsDraw, organisations: ['Agence française de développement'] };
const check = (...texts: string[]) => checkMinutes(minutesOf(...texts), known);
const times = (text: string, length = 100_000) => text.repeat(Math.ceil(length / text.length)).slice(0, length);

describe('no text of 100,000 characters keeps the checker busy', () => {
  test.each([
    ['spaces', ' '],
    ['no-break spaces', '\u00A0\u202F'],
    ['brackets', '('],
    ['brackets that say little', '(à '],
    ['square brackets', '['],
    ['points', '.'],
    ['question marks', '?'],
    ['stars', '*'],
    ['stars around words', '**a'],
    ['hyphens', '-'],
    ['words with hyphens', 'a-'],
    ['capitals with hyphens', 'A-'],
    ['apostrophes', "d'"],
    ['capitals', 'A'],
    ['capital words', 'Anne Marie '],
    ['one long word', 'a'],
    ['titles', 'M. '],
    ['titles and names', 'Mme Jeanne Corvel, maire de '],
    ['particles', 'Anne de la de la '],
    ['digits', '1'],
    ['days', '1 mars '],
    ['days of the week', 'lundi 1 et '],
    ['numeric dates', '1/1/'],
    ['hours', '16h30-'],
    ['acronyms', 'ECSI ESCI '],
    ['annexes', 'cf. annexe '],
    ['formulas', 'un mot après un autre mot encore. '],
    ['carets', '^{'],
    ['tags', '<'],
    ['raised figures', 'a¹'],
    ['combining accents', 'e\u0301\u0301'],
    ['emoji', '👩‍👩‍👧‍👦'],
    ['right to left', 'שלום '],
    ['lone surrogates', '\uD83D'],
    ['control characters', '\u0000\u202E'],
    ['line breaks', 'a\n'],
  ])('%s', (_what, text) => {
    let findings = -1;
    expect(spent(() => (findings = check(times(text)).length))).toBeLessThan(2000);
    expect(findings).toBeGreaterThanOrEqual(0);
  });
});

test(`random texts of everything that the rules look for are read without a fault, the same each time (FUZZ_SEED=${SEED})`, () => {
  const parts = ['M.', 'Mme', ' ', 'Anne', 'CORVEL', 'de', "d'", '-', ', ', '(', ')', '«', '»', 'maire', 'lundi', '31', ' juin ', '2022', '16h30', ':', '.', '…', 'annexe 1', 'cf. ', '[à préciser]', '\uD83D', '\u202E', '\n', '\u00A0', 'é', 'e\u0301', '👍', 'ש', '¹', '**', '<b>', 'n ', 'd’ici été', 'ECSI', 'ESCI']; // biome-ignore format: one line a list
  const random = randomFrom(SEED);
  for (let round = 0; round < 300; round++) {
    const texts = Array.from({ length: 5 }, () => Array.from({ length: 20 }, () => oneOf(parts, random)).join(''));
    expect(check(...texts)).toEqual(check(...texts));
  }
});

describe('it is fast', () => {
  const syllables = ['ba', 'cor', 'du', 'fan', 'gel', 'lo', 'mar', 'nis', 'pra', 'quo', 'ser', 'tul', 'vi'];
  const word = (n: number) => [n % 13, Math.floor(n / 13) % 13, Math.floor(n / 169) % 13].map((at) => syllables[at]).join('');
  const name = (n: number) => word(n).charAt(0).toUpperCase() + word(n).slice(1);
  const people: KnownPerson[] = Array.from({ length: 5000 }, (_, n) => ({
    ...{
      givenName: ['Marie', 'Jean', 'Anne', 'Paul'][n % 4] ?? '',
      familyName: name(n * 7),
      function: 'Maire',
      organisation: `Ville de ${name(n)}`,
    },
  }));
  // 2,000 paragraphs of 50 words are 200 pages
  const page = (n: number) =>
    `Mme Marie ${name(n)}l, adjointe au maire de ${name(n + 3)}, a rappelé le ${(n % 28) + 1} mars ${2000 + (n % 30)} que ${Array.from({ length: 30 }, (_, at) => word(n * 31 + at)).join(' ')} et ${name(n)} ${name(n + 1)}.`;
  const texts = Array.from({ length: 2000 }, (_, n) => page(n));

  test('200 pages beside a directory of 5,000 people take a second or two of the processor, and time grows as the text', () => {
    const all = { ...known, directory: people };
    check(...texts.slice(0, 100));
    const whole = spent(() => checkMinutes(minutesOf(...texts), all));
    const half = spent(() => checkMinutes(minutesOf(...texts.slice(0, 1000)), all));
    expect(whole).toBeLessThan(4000);
    expect(whole).toBeLessThan(half * 4);
  });
});
