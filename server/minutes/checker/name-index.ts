import type { Person } from './people.ts';

/**
 * Finds the few people whose names may be this one, misspelt, among thousands: those who share all words but one, where that one
 * begins or ends alike; those with the same words in another order or joined; those who share the seldomest word.
 */
export class NameIndex {
  readonly #buckets = new Map<string, Person[]>();
  readonly #words = new Map<string, Person[]>();
  readonly #families = new Map<string, Person[]>();

  constructor(people: Iterable<Person>) {
    for (const person of people) {
      for (const key of keysOf(person.tokens)) put(this.#buckets, key, person);
      for (const word of new Set(person.tokens)) put(this.#words, word, person);
      const last = person.tokens.at(-1) ?? '';
      for (const key of endsOf(last)) put(this.#families, key, person);
    }
  }

  /** Those who have this word in their name. */
  withWord(word: string): readonly Person[] {
    return this.#words.get(word) ?? [];
  }

  /** Those whose names end with a word like this one. */
  families(word: string): readonly Person[] {
    return [...new Set([...endsOf(word)].flatMap((key) => (this.#families.get(key) ?? []).slice(0, MOST)))];
  }

  /** Everybody who may be meant by a name; at most a few hundred, whatever the names are. */
  candidates(tokens: readonly string[]): readonly Person[] {
    const found = new Set<Person>();
    for (const key of keysOf(tokens)) for (const person of (this.#buckets.get(key) ?? []).slice(0, MOST)) found.add(person);
    const [seldom = []] = tokens.map((word) => this.withWord(word)).sort((a, b) => a.length - b.length);
    for (const person of seldom.slice(0, MOST)) found.add(person);
    return [...found];
  }
}

const MOST = 200;

/** Slips at both ends of one word are too rare to look for. */
function endsOf(word: string): [string, string] {
  return [`${word.slice(0, 1)}…`, `…${word.slice(-2)}`];
}

function keysOf(tokens: readonly string[]): Set<string> {
  const keys = new Set([`= ${[...tokens].sort().join(' ')}`, `+ ${tokens.join('')}`]);
  for (const [index, word] of tokens.entries()) {
    const rest = tokens.map((other, at) => (at === index ? '_' : other)).join(' ');
    for (const end of endsOf(word)) keys.add(`${rest} ${end}`);
  }
  return keys;
}

function put(map: Map<string, Person[]>, key: string, person: Person): void {
  const there = map.get(key);
  if (there) there.push(person);
  else map.set(key, [person]);
}
