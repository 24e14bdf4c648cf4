import { stepsBetween } from '#app/model/sequences.ts';
import { bookmarkOf } from '#server/minutes/formats/bookmarks.ts';
import { lineOf } from '../propose/runs.ts';
import { KIND_LABELS } from '../propose/words.ts';
import type { ReadPart } from '../reader/read-fault.ts';
import { comparable, type KnownParagraph } from './known-paragraphs.ts';
import { likeness, wordsOf } from './likeness.ts';

/** Part of the words that two paragraphs must share to be the same one changed. */
const ALIKE = 0.5;
/** From this part of the bookmarks on, the file is trusted to have kept them. */
const KEPT = 0.3;

/** Which part of the file is which paragraph of the notes; by the bookmarks of our own files, or by their words where a program dropped those. */
export function matchParagraphs(
  parts: readonly ReadPart[],
  { known, ours }: { known: readonly KnownParagraph[]; ours: ReadonlySet<string> },
): Map<number, KnownParagraph> {
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
  return matchByWords(withoutGathered(parts, ours), known);
}

/** Without the words of what our files gather under titles of their own: the same words stand in their place too. */
function withoutGathered(parts: readonly ReadPart[], ours: ReadonlySet<string>): ReadPart[] {
  let gathered = false;
  return parts.map((part) => {
    if (part.shape === 'heading' && part.level <= 1) gathered = ours.has(comparable(lineOf(part.inline)));
    return gathered ? { ...part, inline: [] } : part;
  });
}

/** First those with the same words, as many as there are in one order; then, between two of those, the ones alike. */
function matchByWords(parts: readonly ReadPart[], known: readonly KnownParagraph[]): Map<number, KnownParagraph> {
  const texts = parts.map((part) => (part.shape === 'heading' || part.shape === 'row' ? '' : withoutLabels(lineOf(part.inline))));
  const found = new Map<number, KnownParagraph>();
  // where there are words: titles and tables would count as differences, of which only so many are looked at one by one
  const places = texts.flatMap((text, at) => (text === '' ? [] : [at]));
  const worded = known.filter(({ text }) => text !== '');
  const steps = stepsBetween(
    worded.map(({ text }) => comparable(text)),
    places.map((at) => comparable(texts[at] ?? '')),
  );
  for (const step of steps) {
    const one = step.change === 'same' ? worded[step.before] : undefined;
    const at = step.change === 'same' ? places[step.after] : undefined;
    if (one && at !== undefined) found.set(at, one);
  }
  return withAlike(found, { texts, known });
}

/** Most parts that a paragraph is compared with. */
const NEAR = 60;
const NONE: ReadonlySet<string> = new Set();

/** Adds, between two paragraphs that were found, those that are alike. */
function withAlike(
  exact: ReadonlyMap<number, KnownParagraph>,
  { texts, known }: { texts: readonly string[]; known: readonly KnownParagraph[] },
): Map<number, KnownParagraph> {
  const found = new Map(exact);
  const words = texts.map(wordsOf);
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
    const own = wordsOf(one.text);
    for (let at = start + 1; at < Math.min(ends[index] ?? 0, start + NEAR); at += 1) {
      const like = found.has(at) ? 0 : likeness(words[at] ?? NONE, own, ALIKE);
      if (like > best.like) best = { at, like };
    }
    if (best.at === -1) continue;
    found.set(best.at, one);
    start = best.at;
  }
  return found;
}

/** A line without the label that our files put before some paragraphs. */
function withoutLabels(text: string): string {
  return KIND_LABELS.reduce((rest, [, label]) => (rest === text ? rest.replace(label, '') : rest), text);
}
