import { tokensOf } from './words.ts';

const PARTS = /[\p{L}\p{M}’']+/gu;

/**
 * `right` in the manner of `written`: words that are the same without accents keep how they stand, those in capitals stay in
 * capitals. « CORVEL Jane » after « Jeanne Corvel » becomes « CORVEL Jeanne » only when the words stand in the same order.
 */
export function rewrite(written: string, right: string): string {
  const [parts, wanted] = [[...written.matchAll(PARTS)], right.match(PARTS) ?? []];
  if (parts.length !== wanted.length) return allCaps(written) ? right.toUpperCase() : right;
  let mended = '';
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const word = wanted[index] ?? '';
    mended += index === 0 ? written.slice(0, part.index) : separator(written.slice(at, part.index), right, index);
    mended +=
      allCaps(part[0]) && part[0].length > 1
        ? capitals(part[0], word)
        : sameLetters(part[0], word)
          ? keepFirst(part[0], word)
          : uncapital(word);
    at = part.index + part[0].length;
  }
  return mended + written.slice(at);
}

/** What stands between the words of the right form; the written one stays when they mean the same. */
function separator(written: string, right: string, index: number): string {
  const gaps = [...right.matchAll(PARTS)].map((part, at, all) =>
    right.slice(at === 0 ? 0 : (all[at - 1]?.index ?? 0) + (all[at - 1]?.[0].length ?? 0), part.index),
  );
  return gaps[index] ?? written;
}

/** What is wrong with a name of the right words; null: nothing. Capitals without accents are as good as with them. */
export function writtenOtherwise(written: string, right: string): 'name_accents' | 'name_spacing' | null {
  if (/\p{L}(?:[-‑‐]\s+|\s+[-‑‐]\s*)\p{L}/u.test(written)) return 'name_spacing';
  if (tokensOf(written).length !== tokensOf(right).length) return null;
  const [parts, wanted] = [written.match(PARTS) ?? [], right.match(PARTS) ?? []];
  if (parts.length !== wanted.length) return null;
  const accents = parts.some((part, index) => {
    const word = wanted[index] ?? '';
    if (allCaps(part) || allCaps(word)) return false;
    return plainFirst(part).toLowerCase() !== plainFirst(word).toLowerCase();
  });
  const hyphens = hyphensOf(written) !== hyphensOf(right);
  return accents || hyphens ? 'name_accents' : null;
}

function hyphensOf(name: string): string {
  return name
    .replace(/[‑‐]/g, '-')
    .replace(/[^-\s]+/gu, 'x')
    .replace(/\s+/g, ' ');
}

/** The capital at the start may go without its accent: « Emilie ». */
function plainFirst(word: string): string {
  return (word.charAt(0).normalize('NFD').replace(/\p{M}/gu, '') + word.slice(1)).normalize('NFC').replace(/[’']/g, '’');
}

function capitals(written: string, word: string): string {
  const upper = word.toUpperCase();
  const plain = upper.normalize('NFD').replace(/\p{M}/gu, '');
  return sameLetters(written, word) ? written : /[^\p{ASCII}]/u.test(written) ? upper : plain;
}

function keepFirst(written: string, word: string): string {
  const mended = allCaps(word) ? written : word;
  return written.charAt(0) + mended.slice(1);
}

/** A name of a list in capitals, as it is written in a sentence. */
function uncapital(word: string): string {
  return allCaps(word) && word.length > 1 ? word.charAt(0) + word.slice(1).toLowerCase() : word;
}

function allCaps(text: string): boolean {
  return text === text.toUpperCase() && /\p{L}/u.test(text);
}

function sameLetters(a: string, b: string): boolean {
  return tokensOf(a).join('') === tokensOf(b).join('');
}
