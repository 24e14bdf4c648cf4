import { isWithin } from './edit-distance.ts';
import type { Mention } from './mentions.ts';
import type { Passage } from './passages.ts';
import type { People } from './people.ts';
import type { Remark } from './report.ts';
import { tokensOf, type Word, wordsOf } from './words.ts';

/** A way in which a name of the text is written, and where. */
interface Place {
  passage: Passage;
  start: number;
  end: number;
  text: string;
}

/** Names of organisations and places written in two ways, and acronyms with their letters mixed up. */
export function checkOrganisations(passages: readonly Passage[], people: People, known: readonly string[]): Remark[] {
  const taken = new Map(Map.groupBy(people.mentions, ({ passage }) => passage));
  const names = new Map<string, Place[]>();
  const acronyms = new Map<string, Place[]>();
  const cased = new Map<string, Place[]>();
  const long = new Map<string, Place[]>();
  const lower = new Set<string>();
  const remarks: Remark[] = [];
  const index = knownByWord(known);
  for (const passage of passages) {
    if (passage.role === 'speaker' || isShouted(passage.text)) continue;
    const words = wordsOf(passage.text);
    const named = startsIn(
      words,
      (taken.get(passage) ?? []).filter(({ sure }) => sure),
    );
    const inName = ({ start }: Word) => named.has(start);
    for (const [at, word] of words.entries()) {
      if (/\p{Lu}.*\p{Lu}/u.test(word.text) && !word.caps)
        put(cased, word.tokens.join(' '), { passage, start: word.start, end: word.end, text: word.text });
      if (!word.capital) lower.add(word.tokens.join(' '));
      if (!word.capital || inName(word)) continue;
      const place = { passage, start: word.start, end: word.end, text: word.text };
      for (const part of new Set([word.text, ...word.text.split('-')]))
        if (isAcronym(part))
          put(acronyms, [...letters(part)].sort().join(''), { ...place, start: word.start + word.text.indexOf(part), text: part });
        else if (word.text.length > 6 && at > 0 && !/[.!?:]/.test(word.gap)) put(long, word.tokens.join(' '), place);
      for (const part of windows(words, at, inName)) {
        const [first, last] = [part[0], part.at(-1)];
        if (!first || !last) continue;
        const text = passage.text.slice(first.start, last.end);
        put(names, part.flatMap(({ tokens }) => tokens).join(' '), { passage, start: first.start, end: last.end, text });
      }
      remarks.push(...otherLinks(passage, words, at, index));
    }
  }
  return [
    ...remarks,
    ...[...names.values()].filter(([place]) => place && !isPlainPhrase(place.text)).flatMap((places) => twoWays(places, signature)),
    ...[...acronyms.values()].flatMap((places) => twoWays(places, ({ text }) => text.toUpperCase(), 1)),
    ...[...cased.values()]
      .filter((places) => places.some(({ text }) => /^\p{Ll}/u.test(text)))
      .flatMap((places) => twoWays(places, ({ text }) => text)),
    ...misspelt(long, lower),
  ];
}

/** Where the words of these mentions begin; both are in the order of the text. */
function startsIn(words: readonly Word[], mentions: readonly Mention[]): ReadonlySet<number> {
  const starts = new Set<number>();
  let next = 0;
  for (const { start } of words) {
    while ((mentions[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    if ((mentions[next]?.start ?? Number.POSITIVE_INFINITY) <= start) starts.add(start);
  }
  return starts;
}

const MOST_WORDS = 5;
const LINKS = new Set(['sur', 'de', 'du', 'des', 'la', 'le', 'les', 'en', 'sous', 'aux', 'd’', "d'", 'l’', "l'", 'et']);

/** The runs of words from one on that begin and end with a capital, where hyphens may have been forgotten. */
function windows(words: readonly Word[], from: number, inName: (word: Word) => boolean): Word[][] {
  const runs: Word[][] = [];
  const run: Word[] = [];
  for (const [index, word] of words.slice(from, from + MOST_WORDS).entries()) {
    if (index > 0 && !/^(?:[ \u00A0]|)$/.test(word.gap)) break;
    if ((!word.capital && !LINKS.has(word.text.toLowerCase())) || inName(word)) break;
    run.push(word);
    if (word.capital && (run.length > 1 || word.tokens.length > 1)) runs.push([...run]);
  }
  return runs;
}

/** How the words are joined; what capitals they have does not count. */
function signature({ text }: Place): string {
  return text
    .replace(/[‑‐]/g, '-')
    .replace(/[\p{L}\p{M}\p{N}]+/gu, 'x')
    .replace(/\s+/g, ' ');
}

/** Of the ways of writing one name, those that come less often. `most`: how often a wrong one may come. */
function twoWays(places: readonly Place[], formOf: (place: Place) => string, most = 3): Remark[] {
  const forms = Map.groupBy(places, formOf);
  if (forms.size !== 2) return [];
  const [often = [], seldom = []] = [...forms.values()].sort((a, b) => b.length - a.length);
  const [right] = often;
  if (!right || seldom.length > most) return [];
  // which one is right is only likely when it comes much more often
  const mended = often.length >= 3 * seldom.length ? { replacement: right.text } : {};
  return seldom.map(({ passage, start, end }) => ({
    problem: 'organisation_spelling' as const,
    passage,
    start,
    end,
    expected: right.text,
    ...mended,
  }));
}

/** « Amérique latine », « Nord Sud »: words that anybody may join or not. */
function isPlainPhrase(text: string): boolean {
  return tokensOf(text).every((word) => word.length <= 4);
}

/** Long words with a capital that come once, and nearly so another, and never small: « Plateforma ». */
function misspelt(long: ReadonlyMap<string, readonly Place[]>, lower: ReadonlySet<string>): Remark[] {
  const once = [...long].filter(([word]) => !lower.has(word) && !word.includes(' '));
  const byEnds = Map.groupBy(once, ([word]) => word.slice(0, 3) + word.slice(-3));
  return [...byEnds.values()].flatMap((group) => {
    const [[a = '', placesA = []] = [], [b = '', placesB = []] = []] = group.sort((x, y) => y[1].length - x[1].length);
    const [right] = placesA;
    if (group.length !== 2 || !right || placesB.length > 1 || !isWithin(1, a, b)) return [];
    return placesB.map(({ passage, start, end }) => ({
      problem: 'organisation_spelling' as const,
      passage,
      start,
      end,
      expected: right.text,
    }));
  });
}

type KnownOrganisation = { name: string; words: readonly string[] };

function knownByWord(known: readonly string[]): ReadonlyMap<string, KnownOrganisation[]> {
  const byWord = new Map<string, KnownOrganisation[]>();
  for (const name of known) {
    const words = tokensOf(name);
    const content = words.filter((word) => !LINKS.has(word) && word !== 'pour');
    if (content.length < 3 || content.length === words.length) continue;
    const [first = ''] = content;
    byWord.set(first, [...(byWord.get(first) ?? []), { name, words }]);
  }
  return byWord;
}

/** « Agence française pour le développement », when the directory has it with « de ». */
function otherLinks(passage: Passage, words: readonly Word[], at: number, known: ReadonlyMap<string, KnownOrganisation[]>): Remark[] {
  const first = words[at];
  const candidates = known.get(first?.tokens.join(' ') ?? '') ?? [];
  for (const { name, words: wanted } of candidates) {
    const taken = words.slice(at, at + wanted.length + 3);
    const isLink = (word: string) => LINKS.has(word) || word === 'pour' || word === 'd' || word === 'l';
    const content = wanted.filter((word) => !isLink(word));
    let seen = 0;
    let last: Word | undefined;
    for (const word of taken) {
      const token = word.tokens.join(' ');
      if (token === content[seen]) {
        seen++;
        last = word;
        if (seen === content.length) break;
      } else if (!isLink(token)) break;
    }
    if (seen < content.length || !first || !last) continue;
    const text = passage.text.slice(first.start, last.end);
    const end = last.end;
    if (tokensOf(text).join(' ') !== wanted.join(' '))
      return [{ problem: 'organisation_spelling', passage, start: first.start, end, expected: name, replacement: name }];
  }
  return [];
}

function isAcronym(text: string): boolean {
  const capitals = letters(text);
  return (
    capitals.length >= 4 && capitals.length <= 12 && /^\p{Lu}/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= capitals.length - 1
  );
}

function letters(text: string): string {
  return text.replace(/\P{L}/gu, '').toUpperCase();
}

/** Titles in capitals say nothing of how names are written. */
function isShouted(text: string): boolean {
  const all = text.match(/\p{L}/gu)?.length ?? 0;
  return all > 12 && (text.match(/\p{Lu}/gu)?.length ?? 0) > all * 0.6;
}

function put(map: Map<string, Place[]>, key: string, place: Place): void {
  const places = map.get(key);
  if (places) places.push(place);
  else map.set(key, [place]);
}
