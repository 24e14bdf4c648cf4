import { nameKey } from '#app/model/text.ts';

/** A word of a text; « Jean-Paul » and « Monsard’huy » are one, « d’ » before a name is one by itself. */
export interface Word {
  text: string;
  start: number;
  end: number;
  /** What stands between the word before and this one. */
  gap: string;
  /** Begins with a capital letter. */
  capital: boolean;
  /** All its letters are capitals, and there are two or more. */
  caps: boolean;
  /** Its letters without accents and case, part by part. */
  tokens: readonly string[];
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[’'‑‐-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const ELISION = /^(?:[dljnscmt]|qu)[’']/iu;

/** The words of a text in their order; time and space linear in its length. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let before = 0;
  const add = (start: number, end: number) => {
    const word = text.slice(start, end);
    const first = word.charAt(0);
    const capital = first !== first.toLowerCase();
    const caps = capital && word === word.toUpperCase() && /\p{L}\P{L}*\p{L}/u.test(word);
    words.push({ text: word, start, end, gap: text.slice(before, start), capital, caps, tokens: tokensOf(word) });
    before = end;
  };
  for (const found of text.matchAll(WORD)) {
    const [start, end] = [found.index, found.index + found[0].length];
    const elided = ELISION.exec(found[0])?.[0].length ?? 0;
    if (elided > 0 && elided < found[0].length) {
      add(start, start + elided);
      add(start + elided, end);
    } else add(start, end);
  }
  return words;
}

/** Letters of a name without accents, case and punctuation, word by word: « Jean-Paul » → jean, paul. */
export function tokensOf(name: string): string[] {
  return nameKey(name).split(' ').filter(Boolean);
}

/** As many as are told of one passage (check-minutes.ts). */
const MOST = 20;

/** The first places where a pattern (with the flag g) is found. */
export function firstMatches(text: string, pattern: RegExp): RegExpExecArray[] {
  return text.matchAll(pattern).take(MOST).toArray();
}
