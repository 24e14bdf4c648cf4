import { nameKey } from '#app/model/text.ts';
import type { Passage } from './passages.ts';
import type { People } from './people.ts';
import type { Remark } from './report.ts';

/** Fewer words may be said twice: « D’accord avec la synthèse. » */
const LEAST_WORDS = 10;
/** Share of the words that two sentences have in common to count as almost the same. */
const ALMOST = 0.7;
/** A run of words that begins more sentences than this is a formula, and tells nothing. */
const FORMULA = 8;

interface Sentence {
  passage: Passage;
  start: number;
  end: number;
  key: string;
  words: readonly string[];
  distinct: ReadonlySet<string>;
}

/** Sentences that stand twice, word for word or nearly: pasted twice, or mended in one place only. */
export function checkRepetitions(passages: readonly Passage[], people: People): Remark[] {
  const introduced = Map.groupBy(
    people.mentions.filter(({ description }) => description !== ''),
    ({ passage }) => passage,
  );
  const sentences = passages.filter((one) => one.role === 'paragraph' || one.role === 'item').flatMap(sentencesOf);
  const byKey = new Map<string, Sentence>();
  const byRun = new Map<string, Sentence[]>();
  const remarks: Remark[] = [];
  for (const sentence of sentences) {
    const same = byKey.get(sentence.key);
    if (same) {
      remarks.push(remark('repeated', sentence, same));
      continue;
    }
    byKey.set(sentence.key, sentence);
    // items of a list, and people with their functions, come again in other words as a matter of course
    const formula =
      sentence.passage.role === 'item' ||
      introduced.get(sentence.passage)?.some(({ start, after }) => after - start > (sentence.end - sentence.start) / 2);
    const near = formula ? undefined : alike(sentence, byRun);
    if (near) remarks.push(remark('almost_repeated', sentence, near));
  }
  return remarks;
}

/** An earlier sentence that is nearly this one; puts this one where later ones look. */
function alike(sentence: Sentence, byRun: Map<string, Sentence[]>): Sentence | undefined {
  const seen = new Set<Sentence>();
  const own = sentence.distinct;
  let found: Sentence | undefined;
  for (let at = 0; at + 4 <= sentence.words.length; at++) {
    const run = sentence.words.slice(at, at + 4).join(' ');
    const others = byRun.get(run);
    if (!others) byRun.set(run, [sentence]);
    else {
      for (const other of others) {
        if (seen.has(other) || found || other === sentence) continue;
        seen.add(other);
        if (share(own, other.distinct) >= ALMOST) found = other;
      }
      if (others.length < FORMULA && others.at(-1) !== sentence) others.push(sentence);
    }
  }
  return found;
}

function share(own: ReadonlySet<string>, theirs: ReadonlySet<string>): number {
  // so different in length, they cannot share enough
  if (Math.min(own.size, theirs.size) < ALMOST * Math.max(own.size, theirs.size)) return 0;
  let common = 0;
  for (const word of theirs) if (own.has(word)) common++;
  return common / (own.size + theirs.size - common);
}

function remark(problem: 'repeated' | 'almost_repeated', { passage, start, end }: Sentence, other: Sentence): Remark {
  return { problem, passage, start, end, expected: other.passage.text.slice(other.start, other.end).slice(0, 160) };
}

function sentencesOf(passage: Passage): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const stop of passage.text.matchAll(/[.!?…](?=\s|$)|$/gu)) {
    const end = stop.index + stop[0].length;
    const key = nameKey(passage.text.slice(start, end));
    const words = key.split(' ');
    if (words.length >= LEAST_WORDS) sentences.push({ passage, start, end, key, words, distinct: new Set(words) });
    start = end;
  }
  return sentences;
}
