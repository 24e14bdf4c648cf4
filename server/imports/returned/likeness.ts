import { comparable } from './known-paragraphs.ts';

/** The words of a text, small, each once. */
export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    comparable(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
}

/** Dice's coefficient of the words of two texts; 0 below `least`, which most pairs are told to be by their numbers of words alone. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>, least: number): number {
  const all = one.size + other.size;
  if (all === 0 || 2 * Math.min(one.size, other.size) < least * all) return 0;
  const like = (2 * one.intersection(other).size) / all;
  return like >= least ? like : 0;
}
