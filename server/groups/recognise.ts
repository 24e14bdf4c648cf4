import { organisationKey, parseEmail, personKey } from '#app/model/directory.ts';
import type { KnownPerson } from '#db/directory/match.ts';

export interface Described {
  givenName: string;
  familyName: string;
  organisation: string;
  /** As typed; '' when there is none. */
  email: string;
}

/** Somebody whom a description may mean. */
export interface Candidate extends KnownPerson {
  /** Belongs to the group already. */
  member: boolean;
}

/** Who a description means, among the people of the directory. */
export type Recognition =
  | { status: 'new' }
  /** In the directory for sure: same address and name. */
  | { status: 'known'; person: KnownPerson }
  /** Belongs to the group already. */
  | { status: 'member'; person: KnownPerson }
  /** Perhaps one of these; `proposed` is the likely one. Only a person can tell. */
  | { status: 'doubt'; by: 'name' | 'email'; candidates: Candidate[]; proposed: string | null };

const MOST_CANDIDATES = 5;

/**
 * The same address with the same name is the same person. The same name alone is a doubt (there are two Martine Petits),
 * and so is the same address under another name; a member of the group with this name in this organisation is no doubt
 * when no address says otherwise.
 */
export function recognise(
  described: Described,
  people: { named: (nameKey: string) => readonly KnownPerson[]; at: (email: string) => KnownPerson | undefined },
  members: ReadonlySet<string>,
): Recognition {
  const candidate = (person: KnownPerson): Candidate => ({ ...person, member: members.has(person.id) });
  const email = parseEmail(described.email);
  const nameKey = personKey(described.givenName, described.familyName);
  const owner = email ? people.at(email) : undefined;
  if (owner?.nameKey === nameKey) return { status: members.has(owner.id) ? 'member' : 'known', person: owner };
  if (owner) return { status: 'doubt', by: 'email', candidates: [candidate(owner)], proposed: null };
  const namesakes = people.named(nameKey);
  const colleagues = namesakes.filter((one) => (one.organisationKey ?? '') === organisationKey(described.organisation));
  const sure = email === null ? colleagues.find((one) => members.has(one.id)) : undefined;
  if (sure) return { status: 'member', person: sure };
  if (namesakes.length === 0) return { status: 'new' };
  const proposed = colleagues.find((one) => email === null || one.email === null);
  const candidates = [...new Set([...(proposed ? [proposed] : []), ...namesakes])].slice(0, MOST_CANDIDATES).map(candidate);
  return { status: 'doubt', by: 'name', candidates, proposed: proposed?.id ?? null };
}

/** Indexes known people for `recognise`. */
export function indexPeople(people: readonly KnownPerson[]) {
  const byName = Map.groupBy(people, (one) => one.nameKey);
  const byEmail = new Map(people.filter((one) => one.email !== null).map((one) => [one.email, one]));
  return {
    named: (nameKey: string): readonly KnownPerson[] => byName.get(nameKey) ?? [],
    at: (email: string): KnownPerson | undefined => byEmail.get(email),
  };
}
