import type { KnownNames } from '#app/model/checker.ts';
import { compareNames, isNear } from './alike.ts';
import type { Mention } from './mentions.ts';
import { rewrite, writtenOtherwise } from './name-forms.ts';
import type { Passage } from './passages.ts';
import type { People, Person } from './people.ts';
import type { Remark } from './report.ts';

/** Names spelt otherwise than in the attendance, the directory or elsewhere in the text; titles that contradict each other; wrong speakers. */
export function checkNames(passages: readonly Passage[], people: People, known: KnownNames): Remark[] {
  const judged = new Map<string, Verdict | null>();
  const remarks = people.mentions.flatMap((mention) => {
    if (mention.tokens.length === 1) return checkFamily(mention, people);
    const person = people.byKey.get(mention.key);
    // in the list of this meeting, but not as the directory writes them
    const unconfirmed = person?.from === 'attendance' && !person.confirmed;
    if (person && person.from !== 'text' && !unconfirmed) return checkForm(mention, person);
    // most names come many times: each is compared once
    const verdict = judged.get(mention.key) ?? (judged.has(mention.key) ? null : judge(mention, person, people));
    judged.set(mention.key, verdict);
    if (verdict) return [say(mention, verdict)];
    return person ? checkForm(mention, person) : [];
  });
  return [...remarks, ...checkTitles(people), ...checkTurns(passages, known)];
}

interface Verdict {
  problem: 'name_spelling' | 'name_two_ways' | 'name_swapped';
  person: Person;
}

/** Somebody else whom this name means most likely. */
function judge(mention: Mention, own: Person | undefined, people: People): Verdict | null {
  let best: Verdict | null = null;
  for (const person of people.index.candidates(mention.tokens)) {
    if (person === own || !mayBe(own, person, mention)) continue;
    const loose = compareNames(mention.tokens, person.tokens, 1);
    if (loose === 'other') continue;
    const farther = loose === 'near' && compareNames(mention.tokens, person.tokens) === 'other';
    const likeness = farther && !sameHouse(own, person) ? 'other' : loose;
    if (likeness === 'part' || likeness === 'same') return null;
    const verdict = verdictOf(likeness, mention, own, person);
    if (verdict && (!best || rank(person) > rank(best.person))) best = verdict;
  }
  return best;
}

/** With whom a name is compared: strangers with everybody, those of the list with the directory, and in the list itself with each other. */
function mayBe(own: Person | undefined, person: Person, mention: Mention): boolean {
  if (person.from === 'text') return own?.from === 'text';
  return own?.from !== 'attendance' || person.from === 'directory' || mention.passage.role === 'person';
}

function verdictOf(likeness: ReturnType<typeof compareNames>, mention: Mention, own: Person | undefined, person: Person): Verdict | null {
  if (likeness === 'other') return null;
  // « DURAND Marie » is how lists are written
  if (likeness === 'swapped') return /^\p{Lu}{2}/u.test(mention.text) ? null : { problem: 'name_swapped', person };
  if (person.from !== 'text' && own?.from !== person.from) return { problem: 'name_spelling', person };
  // of two ways in one text, the one that comes less often is wrong; of two that come as often, nobody knows
  const [mine, theirs] = [own?.mentions.length ?? 0, person.mentions.length];
  if (person.from === 'text' && mine > theirs) return null;
  if (person.from === 'text' && mine < theirs) return { problem: 'name_spelling', person };
  const [first, other] = [own?.mentions[0], person.mentions[0]];
  const later = first && other && (first.passage.index - other.passage.index || first.start - other.start) > 0;
  return later ? { problem: 'name_two_ways', person } : null;
}

function rank(person: Person): number {
  return { attendance: 2, directory: 1, text: 0 }[person.from];
}

/** So many places of a name tell as much as all of them. */
const MOST_MENTIONS = 20;

/** Whether what is said of both names the same place or organisation. */
function sameHouse(own: Person | undefined, person: Person): boolean {
  const houses = (one: Person) =>
    new Set(
      [...one.mentions.slice(0, MOST_MENTIONS).map(({ description }) => description), one.organisation, one.function]
        .join(' ')
        .match(/\p{Lu}[\p{L}-]{3,}/gu) ?? [],
    );
  if (!own) return false;
  const theirs = houses(person);
  return [...houses(own)].some((word) => theirs.has(word));
}

function say(mention: Mention, { problem, person }: Verdict): Remark {
  const mended = rewrite(mention.text, person.name);
  const at = { passage: mention.passage, start: mention.start, end: mention.end, expected: mended };
  return problem === 'name_two_ways' ? { problem, ...at } : { problem, ...at, replacement: mended };
}

/** The right person, with other accents, hyphens or spaces. */
function checkForm(mention: Mention, person: Person): Remark[] {
  const right = person.from === 'text' ? (usuals.get(person) ?? usual(person)) : person.name;
  usuals.set(person, right);
  const problem = writtenOtherwise(mention.text, right);
  if (!problem) return [];
  const mended = problem === 'name_spacing' ? mention.text.replace(/\s*([-‑‐])\s+|\s+([-‑‐])\s*/gu, '-') : rewrite(mention.text, right);
  return [{ problem, passage: mention.passage, start: mention.start, end: mention.end, expected: mended, replacement: mended }];
}

const usuals = new WeakMap<Person, string>();

/** Of the ways in which a text writes a name, the one that comes most often; the first of equals. */
function usual({ mentions, name }: Person): string {
  const counts = new Map<string, number>();
  for (const { text } of mentions) counts.set(text, (counts.get(text) ?? 0) + 1);
  let best = name;
  for (const [text, count] of counts) if (count > (counts.get(best) ?? 0)) best = text;
  return best;
}

/** « Mme Corvel »: a title and a family name. */
function checkFamily(mention: Mention, people: People): Remark[] {
  const [token = ''] = mention.tokens;
  if (!mention.title || token.length < 3) return [];
  const sharing = people.index.withWord(token);
  const at = { passage: mention.passage, start: mention.start, end: mention.end };
  const named = sharing.filter((person) => person.tokens.indexOf(token) > 0);
  if (named.length > 0) {
    const right = named.map((person) => lastWords(person.name, token)).filter((word) => word !== '');
    const [word = ''] = right;
    if (right.some((one) => !writtenOtherwise(mention.text, one))) return [];
    const mended = rewrite(mention.text, word);
    return word && mended !== mention.text ? [{ problem: 'name_accents', ...at, expected: mended, replacement: mended }] : [];
  }
  const given = sharing.filter((person) => person.tokens[0] === token && person.tokens.length > 1);
  const [person] = given;
  if (person && given.length === 1) {
    const family = person.name.split(/\s+/).slice(1).join(' ');
    const mended = rewrite(family, person.name.toUpperCase() === person.name ? family.toLowerCase() : family);
    return [{ problem: 'name_given_for_family', ...at, expected: mended, replacement: mended }];
  }
  if (sharing.length > 0 || token.length < 5) return [];
  const near = nearFamilies(token, people);
  const [only] = near;
  if (!only || near.length > 1) return [];
  const mended = rewrite(mention.text, only);
  return [{ problem: 'name_spelling', ...at, expected: mended, replacement: mended }];
}

/** Family names of the list and of the text that are nearly this one. */
function nearFamilies(token: string, people: People): string[] {
  const found = new Set<string>();
  for (const person of people.index.families(token))
    if (person.from !== 'directory' && isNear(person.tokens.at(-1) ?? '', token))
      found.add(lastWords(person.name, person.tokens.at(-1) ?? ''));
  return [...found];
}

function lastWords(name: string, token: string): string {
  return (
    name.split(/[\s-]+/).find(
      (word) =>
        compareNames(
          [
            word
              .toLowerCase()
              .normalize('NFD')
              .replace(/[^\p{L}]/gu, ''),
          ],
          [token],
        ) === 'same',
    ) ?? ''
  );
}

/** « Mme Ane Robles » here and « M. Ane Robles » there. */
function checkTitles(people: People): Remark[] {
  return [...people.byKey.values()].flatMap((person) => {
    const titled = person.mentions.filter(({ title }) => title?.gender);
    const [women, men] = [titled.filter(({ title }) => title?.gender === 'f'), titled.filter(({ title }) => title?.gender === 'm')];
    const [first] = titled;
    if (women.length === 0 || men.length === 0 || !first) return [];
    const wrong = women.length === men.length ? (first.title?.gender === 'f' ? men : women) : women.length < men.length ? women : men;
    const right = wrong === men ? 'Mme' : 'M.';
    return wrong.map((mention): Remark => {
      const { start = 0, end = 0 } = mention.title ?? {};
      return {
        problem: 'name_title',
        passage: mention.passage,
        start,
        end: mention.end,
        expected: right,
        replacement: right + mention.passage.text.slice(end, mention.end),
      };
    });
  });
}

/** A speaker's line that names somebody else than the attendee it is linked to. */
function checkTurns(passages: readonly Passage[], known: KnownNames): Remark[] {
  const speakers = new Map(passages.flatMap((one) => (one.role === 'speaker' && one.blockId ? [[one.blockId, one] as const] : [])));
  return known.turns.flatMap(({ blockId, typed, linked }) => {
    const passage = speakers.get(blockId);
    const words = new Set(wordsIn(typed));
    if (!passage || wordsIn(linked).some((word) => words.has(word))) return [];
    return [{ problem: 'name_other_speaker', passage: { ...passage, text: typed }, start: 0, end: typed.length, expected: linked }];
  });
}

function wordsIn(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{L}{2,}/gu) ?? []
  );
}
