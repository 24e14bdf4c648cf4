import { plainText } from '#app/model/note-runs.ts';
import { type Line, type WholeText, wholeOf } from '#server/notes/history/compare-blocks.ts';

/** Of the words of two lines together, how many they share at least to be the same line, changed. */
const SIMILAR = 0.5;
/** Lines on either side of its place among which a line is looked for: the work would grow with the square of the section. */
const AROUND = 10;

/**
 * Lines whose key the text before does not have, given the key of the line that they most likely were: one with the same
 * words, else the one nearby with the most words in common. `whole` knows the keys that stand in another part.
 */
export function giveSimilarKeys(from: readonly Line[], to: readonly Line[], whole: WholeText = wholeOf(from, to)): Line[] {
  const gone = from.map((line, index) => ({ line, at: index / from.length })).filter(({ line }) => !whole.after.has(line.key));
  const fresh = to.map((line, index) => ({ line, at: index / to.length })).filter(({ line }) => !whole.before.has(line.key));
  if (gone.length === 0 || fresh.length === 0) return [...to];
  const keys = new Map<Line, string>();
  const taken = new Set<Line>();
  const pair = (is: Line, was: Line) => {
    keys.set(is, was.key);
    taken.add(was);
  };
  const byWords = new Map<string, Line[]>();
  for (const { line } of gone) byWords.set(nameOf(line), [...(byWords.get(nameOf(line)) ?? []), line]);
  for (const { line } of fresh) {
    const same = byWords.get(nameOf(line))?.shift();
    if (same) pair(line, same);
  }
  const left = gone.filter(({ line }) => !taken.has(line)).map(({ line, at }) => ({ line, at, words: wordsOf(line) }));
  for (const { line, at } of fresh) {
    if (keys.has(line)) continue;
    const best = mostSimilar(line, nearest(left, at), taken);
    if (best) pair(line, best);
  }
  return to.map((line) => ({ ...line, key: keys.get(line) ?? line.key }));
}

interface Candidate {
  line: Line;
  /** Its place in its section, from 0 to 1. */
  at: number;
  words: ReadonlySet<string>;
}

/** Those around a place; `candidates` are in order. */
function nearest(candidates: readonly Candidate[], at: number): readonly Candidate[] {
  let [low, high] = [0, candidates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((candidates[middle]?.at ?? 1) < at) low = middle + 1;
    else high = middle;
  }
  return candidates.slice(Math.max(0, low - AROUND), low + AROUND);
}

function mostSimilar(line: Line, candidates: readonly Candidate[], taken: ReadonlySet<Line>): Line | null {
  const words = wordsOf(line);
  let best: { line: Line; score: number } | null = null;
  for (const candidate of candidates) {
    if (taken.has(candidate.line) || candidate.line.look.type !== line.look.type) continue;
    const score = likeness(words, candidate.words);
    if (score >= SIMILAR && (!best || score > best.score)) best = { line: candidate.line, score };
  }
  return best?.line ?? null;
}

/** Sørensen–Dice: twice the words in common, of all. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  // however many they share, they are too unlike
  if (few.size === 0 || (2 * few.size) / (few.size + many.size) < SIMILAR) return 0;
  let shared = 0;
  for (const word of few) if (many.has(word)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

const nameOf = ({ look, inline }: Line) => `${look.type} ${look.kind} ${plainText(inline)}`;

function wordsOf({ inline }: Line): ReadonlySet<string> {
  return new Set(
    plainText(inline)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu),
  );
}
