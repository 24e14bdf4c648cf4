import { compareNames } from './alike.ts';
import type { Mention } from './mentions.ts';
import type { Passage } from './passages.ts';
import type { People, Person } from './people.ts';
import type { Remark } from './report.ts';
import { beginsWithRole, misspeltRole, rolesDiffer, rolesIn } from './roles.ts';
import { tokensOf } from './words.ts';

/** « ajointe », « coordnatrice »: the first word of a function, told of a person or alone in the cell of a table. */
export function checkWordsOfFunctions(passages: readonly Passage[], people: People): Remark[] {
  const cells = passages.filter(({ role }) => role === 'cell').map((passage) => ({ passage, text: passage.text, start: 0 }));
  const told = people.mentions
    .filter(({ description }) => description !== '')
    .map(({ passage, description, end }) => ({ passage, text: description, start: passage.text.indexOf(description, end) }));
  return [...cells, ...told].flatMap(({ passage, text, start }) => {
    const right = misspeltRole(text);
    const word = /[\p{L}-]+/u.exec(text);
    if (!right || !word) return [];
    const from = start + word.index;
    return [{ problem: 'function_misspelt' as const, passage, start: from, end: from + word[0].length, expected: right }];
  });
}

/** Functions and organisations told of somebody that are not those of the record, or not those told elsewhere. */
export function checkFunctions(people: People): Remark[] {
  return [...people.byKey.values()].flatMap((person) => {
    const described = person.mentions.filter(({ description }) => description !== '');
    const told = person.from === 'text' ? [] : described.flatMap((mention) => checkRecord(mention, person));
    return told.length > 0 ? told : checkEachOther(described);
  });
}

function checkRecord(mention: Mention, person: Person): Remark[] {
  const { description, passage } = mention;
  // a speaker's line is made of the record itself
  if (passage.role === 'speaker' || passage.role === 'person') return [];
  const record = [person.function, person.organisation].filter(Boolean).join(', ');
  const at = { passage, start: mention.start, end: mention.after, expected: record };
  if (person.function !== '' && rolesDiffer(description, record)) return [{ problem: 'function_differs', ...at }];
  if (!beginsWithRole(description)) return [];
  const organisation = tokensOf(person.organisation).filter((word) => word.length > 3);
  const told = (description.match(/(?<=\P{L})\p{Lu}[\p{L}-]{3,}/gu) ?? []).flatMap(tokensOf);
  const elsewhere = rolesIn(description).length > 0 && organisation.length > 0 && told.length > 0;
  const known = new Set([...organisation, ...tokensOf(person.function), acronymOf(person.organisation)]);
  if (!elsewhere || told.some((word) => known.has(word) || organisation.some((one) => one.startsWith(word) || word.startsWith(one))))
    return [];
  const acronyms = tokensOf(description).filter((word) => word.length > 1 && acronymOf(person.organisation).includes(word));
  return acronyms.length > 0 ? [] : [{ problem: 'organisation_differs', ...at, expected: person.organisation }];
}

function checkEachOther(described: readonly Mention[]): Remark[] {
  const [first, ...others] = described;
  if (!first) return [];
  for (const mention of others)
    if (rolesDiffer(mention.description, first.description))
      return [
        { problem: 'function_two_ways', passage: mention.passage, start: mention.start, end: mention.after, expected: first.description },
      ];
  return [];
}

function acronymOf(name: string): string {
  return tokensOf(name)
    .map((word) => word.charAt(0))
    .join('');
}

/** Speakers, and people whose words are told, who are not in the attendance. */
export function checkAttendance(people: People, misspelt: ReadonlySet<Mention>): Remark[] {
  if (!people.attendanceKnown) return [];
  const told = new Set<string>();
  return people.mentions.flatMap((mention) => {
    const person = people.byKey.get(mention.key);
    if (!person || person.from === 'attendance' || told.has(person.key) || !speaks(mention) || misspelt.has(mention)) return [];
    // somebody whom the text introduces is no stranger
    if (
      mention.passage.role !== 'speaker' &&
      person.from === 'text' &&
      person.mentions.some(({ description }) => beginsWithRole(description))
    )
      return [];
    const part = mention.tokens.some((token) =>
      people.index
        .withWord(token)
        .slice(0, 200)
        .some((one) => one.from === 'attendance' && compareNames(mention.tokens, one.tokens) === 'part'),
    );
    if (part) return [];
    told.add(person.key);
    const problem = person.from === 'directory' || mention.passage.role === 'speaker' ? 'name_not_attending' : 'name_unknown';
    return [{ problem, passage: mention.passage, start: mention.start, end: mention.end }];
  });
}

const BEFORE = /(?:selon|d[’']après|pour)\s+(?:M\.|Mme|M|Monsieur|Madame|Dr)?\s*$/iu;
const AFTER =
  /^[\s,*]{0,4}(?:(?:a|ont|avait|ayant)\s+)?(?:(?:également|aussi|ensuite|ainsi|surtout|notamment|alors|enfin)\s+)?(?:indiqu|rappel|présent|insist|soulign|précis|expliqu|propos|demand|remerci|évoqu|ajout|concl|répon|déclar|annon|estim|signal|regrett|salu|confirm|intervien)/iu;

/** Whether these are the words of a speaker: « Selon Mme X », « M. X (…) a indiqué ». */
function speaks({ passage, start, after, title, sure }: Mention): boolean {
  if (passage.role === 'speaker') return start === 0;
  if (!sure) return false;
  const before = passage.text.slice(Math.max(0, (title?.start ?? start) - 20), title?.start ?? start);
  return BEFORE.test(before) || AFTER.test(passage.text.slice(after, after + 60));
}
