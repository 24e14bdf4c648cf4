import { isWithin } from './edit-distance.ts';

export type Likeness = 'same' | 'part' | 'swapped' | 'joined' | 'near' | 'other';

/**
 * How two names, as tokens without accents, compare: the same words; one a part of the other (« F. Durand », « Luz de Prau »); the
 * same words in another order; written apart and together; one word spelt a little otherwise while another is the same.
 * `room`: letters by which more they may differ, when something else says that they are one person.
 */
export function compareNames(a: readonly string[], b: readonly string[], room = 0): Likeness {
  if (a.length === b.length) {
    const likeness = compareWordByWord(a, b, room);
    if (likeness !== 'other') return likeness;
  } else if (isPart(a, b) || isPart(b, a)) return 'part';
  if (lettersOf(a) !== lettersOf(b)) return 'other';
  if (a.length === b.length && [...a].sort().join(' ') === [...b].sort().join(' ')) return 'swapped';
  return a.join('') === b.join('') ? 'joined' : 'other';
}

function compareWordByWord(a: readonly string[], b: readonly string[], room: number): Likeness {
  let at = -1;
  let equal = 0;
  for (let index = 0; index < a.length; index++) {
    if (a[index] === b[index]) equal += (a[index]?.length ?? 0) > 2 ? 1 : 0;
    else if (at !== -1) return 'other';
    else at = index;
  }
  if (at === -1) return 'same';
  const [wordA = '', wordB = ''] = [a[at], b[at]];
  // an initial stands for a name
  if (wordA.length === 1 || wordB.length === 1) return wordA[0] === wordB[0] ? 'part' : 'other';
  return equal > 0 && isNear(wordA, wordB, room + (equal > 1 ? 1 : 0)) ? 'near' : 'other';
}

/** Whether two words are one, misspelt: the longer, the more letters may differ. */
export function isNear(a: string, b: string, room = 0): boolean {
  const length = Math.max(a.length, b.length);
  if (length < 4) return false;
  const most = Math.min(2, (length >= 10 ? 2 : 1) + (length >= 6 ? room : 0));
  return isWithin(most, a, b);
}

function lettersOf(words: readonly string[]): number {
  let letters = 0;
  for (const word of words) letters += word.length;
  return letters;
}

function isPart(short: readonly string[], long: readonly string[]): boolean {
  if (short.length >= long.length || short.length < 2) return false;
  let at = 0;
  for (const word of long) if (word === short[at] || (short[at]?.length === 1 && word[0] === short[at])) at++;
  return at === short.length;
}
