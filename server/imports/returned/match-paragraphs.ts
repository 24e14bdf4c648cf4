import { bookmarkOf } from '#server/minutes/formats/bookmarks.ts';
import { lineOf } from '../propose/runs.ts';
import type { ReadPart } from '../reader/read-fault.ts';
import { comparable, type KnownParagraph, labelLength } from './known-paragraphs.ts';

/** Part of the words that two paragraphs must share to be the same one changed. */
const ALIKE = 0.5;
/** From this part of the bookmarks on, the file is trusted to have kept them. */
const KEPT = 0.3;

/** Which part of the file is which paragraph of the notes; by the bookmarks of our own files, or by their words where a program dropped those. */
export function matchParagraphs(parts: readonly ReadPart[], known: readonly KnownParagraph[]): Map<number, KnownParagraph> {
  const byBookmark = new Map(known.map((one) => [bookmarkOf(one.id), one]));
  const marked = new Map<number, KnownParagraph>();
  const seen = new Set<string>();
  parts.forEach((part, index) => {
    const one = part.bookmarks?.map((name) => byBookmark.get(name)).find((found) => found && !seen.has(found.id));
    if (!one) return;
    seen.add(one.id);
    marked.set(index, one);
  });
  if (marked.size >= known.length * KEPT && marked.size > 0) return marked;
  return matchByWords(parts, known);
}

/** First those with the same words, in order; then, between two of those, the ones alike. */
function matchByWords(parts: readonly ReadPart[], known: readonly KnownParagraph[]): Map<number, KnownParagraph> {
  const texts = parts.map((part) => (part.shape === 'heading' || part.shape === 'row' ? '' : lineOf(part.inline)));
  const found = new Map<number, KnownParagraph>();
  let from = 0;
  for (const one of known) {
    const wanted = comparable(one.text);
    const at = wanted === '' ? -1 : texts.findIndex((text, index) => index >= from && sameWords(text, one, wanted));
    if (at < 0) continue;
    found.set(at, one);
    from = at + 1;
  }
  return withAlike(found, { texts, known });
}

/** Most parts that a paragraph is compared with. */
const NEAR = 60;

/** Adds, between two paragraphs that were found, those that are alike. */
function withAlike(
  exact: ReadonlyMap<number, KnownParagraph>,
  { texts, known }: { texts: readonly string[]; known: readonly KnownParagraph[] },
): Map<number, KnownParagraph> {
  const found = new Map(exact);
  const positions = new Map([...exact].map(([at, { id }]) => [id, at]));
  // where the next one that was found stands, for each
  const ends: number[] = [];
  let end = texts.length;
  for (const one of known.toReversed()) {
    ends.unshift(end);
    end = positions.get(one.id) ?? end;
  }
  let start = -1;
  for (const [index, one] of known.entries()) {
    const there = positions.get(one.id);
    if (there !== undefined) {
      start = there;
      continue;
    }
    let best = { at: -1, like: 0 };
    for (let at = start + 1; at < Math.min(ends[index] ?? 0, start + NEAR); at += 1) {
      const like = found.has(at) ? 0 : likeness(texts[at] ?? '', one.text);
      if (like > best.like) best = { at, like };
    }
    if (best.like < ALIKE) continue;
    found.set(best.at, one);
    start = best.at;
  }
  return found;
}

function sameWords(text: string, one: KnownParagraph, wanted: string): boolean {
  return comparable(text.slice(labelLength(text, one.kind))) === wanted;
}

/** Dice's coefficient of the words of two texts. */
function likeness(a: string, b: string): number {
  const wordsOf = (text: string) =>
    new Set(
      comparable(text)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
    );
  const [one, other] = [wordsOf(a), wordsOf(b)];
  if (one.size + other.size === 0) return 0;
  return (2 * one.intersection(other).size) / (one.size + other.size);
}
