import type { AttendanceRole } from '#app/model/attendance.ts';
import { DIRECTORY_LIMITS } from '#app/model/directory.ts';
import { type Confidence, type FoundIn, IMPORT_LIMITS, type ImportedAttendee } from '#app/model/imports.ts';
import { nameKey } from '#app/model/text.ts';
import { nameWords, personName, withoutCivility } from './person-name.ts';
import { placeOfWork } from './place-of-work.ts';

export interface FoundPerson {
  /** As written. */
  name: string;
  /** Function and organisation as written together, when they are. */
  place?: string;
  function?: string;
  organisation?: string;
  email?: string;
  role?: AttendanceRole;
  excused?: boolean;
  found: FoundIn;
  confidence: Confidence;
  part: number;
}

/** Everybody whom a paper names, each once: later mentions fill in what earlier ones left open. */
export class People {
  readonly list: ImportedAttendee[] = [];
  readonly #byName = new Map<string, ImportedAttendee>();

  add(person: FoundPerson): ImportedAttendee | null {
    const { name } = withoutCivility(person.name);
    const key = nameWords(name);
    if (key === '' || name.length > 160) return null;
    const place =
      person.place === undefined ? { function: person.function ?? '', organisation: person.organisation ?? '' } : placeOfWork(person.place);
    const known = this.#byName.get(key);
    if (known) {
      fill(known, person, place);
      return known;
    }
    if (this.list.length >= IMPORT_LIMITS.people) return null;
    const { givenName, familyName } = personName(name);
    const added: ImportedAttendee = {
      id: `a${this.list.length + 1}`,
      givenName: givenName.slice(0, DIRECTORY_LIMITS.personName),
      familyName: familyName.slice(0, DIRECTORY_LIMITS.personName),
      function: upperFirst(place.function).slice(0, DIRECTORY_LIMITS.function),
      organisation: place.organisation.slice(0, DIRECTORY_LIMITS.organisation),
      roles: [person.role ?? 'participant'],
      excused: person.excused ?? false,
      email: person.email ?? '',
      keepEmail: false,
      ...{ found: person.found, confidence: person.confidence, part: person.part, person: null, out: false },
    };
    this.list.push(added);
    this.#byName.set(key, added);
    return added;
  }

  /** Who is meant: all the names, in any order; or, behind a civility, a family name that only one of them has. */
  find(written: string): ImportedAttendee | null {
    const { name, civility } = withoutCivility(written);
    const whole = this.#byName.get(nameWords(name));
    if (whole || !civility) return whole ?? null;
    const key = nameKey(name);
    const named = this.list.filter((one) => {
      const family = nameKey(one.familyName);
      return family === key || family.endsWith(` ${key}`) || (family.startsWith(`${key} `) && key.length > 3);
    });
    return named.length === 1 ? (named[0] ?? null) : null;
  }
}

function fill(known: ImportedAttendee, person: FoundPerson, place: { function: string; organisation: string }): void {
  if (known.function === '') known.function = upperFirst(place.function).slice(0, DIRECTORY_LIMITS.function);
  if (known.organisation === '') known.organisation = place.organisation.slice(0, DIRECTORY_LIMITS.organisation);
  if (known.email === '') known.email = person.email ?? '';
  if (!person.role || known.roles.includes(person.role)) return;
  known.roles = [...known.roles.filter((role) => role !== 'participant'), person.role];
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
