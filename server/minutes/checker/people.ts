import type { KnownNames, KnownPerson } from '#app/model/checker.ts';
import type { MinutesContent } from '#app/model/minutes-content.ts';
import { GIVEN_NAMES } from './given-names.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import { NameIndex } from './name-index.ts';
import type { Passage } from './passages.ts';
import { tokensOf } from './words.ts';

/** Somebody of the attendance, of the directory, or of the text alone. */
export interface Person {
  /** As it should be written; of the text, as it is written most often. */
  name: string;
  tokens: readonly string[];
  key: string;
  from: 'attendance' | 'directory' | 'text';
  function: string;
  organisation: string;
  /** The directory writes the name so. */
  confirmed: boolean;
  mentions: Mention[];
}

export interface People {
  /** Every mention of the text, in its order. */
  mentions: readonly Mention[];
  byKey: ReadonlyMap<string, Person>;
  index: NameIndex;
  /** Whether it is known who attended. */
  attendanceKnown: boolean;
}

/** Reads who is named in the text, and puts them beside those who are known. */
export function gatherPeople(passages: readonly Passage[], content: MinutesContent, known: KnownNames): People {
  const people = new Map<string, Person>();
  const add = (person: KnownPerson, from: Person['from']) => {
    const name = `${person.givenName} ${person.familyName}`.trim();
    const tokens = tokensOf(name);
    const key = tokens.join(' ');
    const there = people.get(key);
    if (there) there.confirmed ||= from === 'directory';
    else if (key) people.set(key, { ...person, name, tokens, key, from, confirmed: from === 'directory', mentions: [] });
  };
  for (const person of known.attendees) add(person, 'attendance');
  for (const person of annexed(content)) add(person, 'attendance');
  for (const person of known.directory) add(person, 'directory');
  const attendanceKnown = people.size > 0 && [...people.values()].some(({ from }) => from === 'attendance');
  const given = givenNames(known);
  const mentions = passages.flatMap((passage) => mentionsIn(passage, given));
  for (const mention of mentions)
    if (mention.sure && mention.tokens.length > 1 && !people.has(mention.key))
      people.set(mention.key, {
        ...{ name: mention.text, tokens: mention.tokens, key: mention.key, from: 'text' },
        ...{ function: '', organisation: '', confirmed: false, mentions: [] },
      });
  // a name that is known to be one is a name wherever it stands, also where nothing else said so
  for (const mention of mentions) people.get(mention.key)?.mentions.push(mention);
  return { mentions, byKey: people, index: new NameIndex(people.values()), attendanceKnown };
}

function annexed({ annex }: MinutesContent): KnownPerson[] {
  const people = [...annex.present.flatMap((group) => group.people), ...annex.excused];
  return people.flatMap((person) =>
    [person.name, person.represents ?? ''].filter(Boolean).map((name, index) => ({
      ...{ givenName: '', familyName: name, organisation: person.organisation },
      function: index === 0 ? person.function : '',
    })),
  );
}

/** First words of the names of those who are known: « Ekaterina » is a given name once somebody in the list bears it. */
function givenNames(known: KnownNames): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { givenName } of [...known.attendees, ...known.directory]) {
    const first = tokensOf(givenName)[0];
    if (first && first.length > 2 && !GIVEN_NAMES.has(first)) names.add(first);
  }
  return names;
}
