import { editDistance } from './edit-distance.ts';

export type Likeness = 'same' | 'part' | 'swapped' | 'joined' | 'near' | 'other';

/**
 * How two names, as tokens without accents, compare: the same words; one a part of the other (« F. Durand », « Luz de Prau »); the
 * same words in another order; written apart and together; one word spelt a little otherwise while another is the same.
 * `room`: letters by which more they may differ, when something else says that they are one person.
 */
export function compareNames(a: readonly string[], b: readonly string[], room = 0): Likeness {
  const [one, other] = [a.join(' '), b.join(' ')];
  if (one === other) return 'same';
  if (a.length === b.length && [...a].sort().join(' ') === [...b].sort().join(' ')) return 'swapped';
  if (a.join('') === b.join('')) return 'joined';
  if (isPart(a, b) || isPart(b, a)) return 'part';
  if (a.length !== b.length) return 'other';
  const differing = a.flatMap((word, index) => (word === b[index] ? [] : [index]));
  const [at] = differing;
  if (differing.length !== 1 || at === undefined) return 'other';
  const [wordA = '', wordB = ''] = [a[at], b[at]];
  // an initial stands for a name
  if (wordA.length === 1 || wordB.length === 1) return wordA[0] === wordB[0] ? 'part' : 'other';
  const equal = a.filter((word, index) => index !== at && word.length > 2).length;
  if (equal === 0) return 'other';
  return isNear(wordA, wordB, room + (equal > 1 ? 1 : 0)) ? 'near' : 'other';
}

/** Whether two words are one, misspelt: the longer, the more letters may differ. */
export function isNear(a: string, b: string, room = 0): boolean {
  const length = Math.max(a.length, b.length);
  if (length < 4) return false;
  const most = Math.min(2, (length >= 10 ? 2 : 1) + (length >= 6 ? room : 0));
  return editDistance(a, b, most) <= most;
}

function isPart(short: readonly string[], long: readonly string[]): boolean {
  if (short.length >= long.length || short.length < 2) return false;
  let at = 0;
  for (const word of long) if (word === short[at] || (short[at]?.length === 1 && word[0] === short[at])) at++;
  return at === short.length;
}
