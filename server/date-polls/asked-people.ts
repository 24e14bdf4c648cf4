import type { ListedAddress } from '#app/model/mailing-lists.ts';
import type { GroupScope, NetworkScope } from '#app/model/scope.ts';
import type { Executor, Trx } from '#db/client.ts';
import { listChosenPeople } from '#db/date-polls/read-form.ts';
import type { NewVoter } from '#db/date-polls/voters.ts';
import { findKnownPeople } from '#db/directory/match.ts';
import { findOrCreatePerson } from '#server/directory/find-or-create-person.ts';

/** Whom an organiser asks: people chosen by name, and addresses as parseAddresses reads them. */
export interface PeopleToAsk {
  personIds: readonly string[];
  /** Of these people, those without whom no date suits. */
  requiredIds: readonly string[];
  addresses: readonly ListedAddress[];
}

export interface CountedPeople {
  /** People in all; an address of somebody who is chosen besides counts once. */
  people: number;
  /** Of these, those whom a mail reaches. */
  reachable: number;
  /** Whether who asks is among them: they need no mail. */
  self: boolean;
  organisationNames: string[];
}

interface Network {
  group: GroupScope;
  network: NetworkScope;
}

/** Who that would be, for the organiser to confirm. Creates nobody. `except`: who is not written to, for they ask. */
export async function countPeople(db: Executor, where: Network, asked: PeopleToAsk, except: string): Promise<CountedPeople> {
  const chosen = await listChosenPeople(db, where, asked.personIds);
  const emails = asked.addresses.map(({ address }) => address);
  const known =
    emails.length > 0 ? (await findKnownPeople(db, { nameKeys: [], emails })).filter((one) => !chosen.some(({ id }) => id === one.id)) : [];
  const byAddress = asked.addresses.length - (await countAlso(db, chosen, emails));
  const written =
    chosen.filter((person) => person.reachable && person.id !== except).length + byAddress - known.filter(({ id }) => id === except).length;
  return {
    people: chosen.length + byAddress,
    reachable: written,
    self: [...chosen, ...known].some(({ id }) => id === except),
    organisationNames: [...chosen.map((one) => one.organisationName), ...known.map((one) => one.organisationName ?? '')],
  };
}

/** How many of some addresses are those of people who are chosen by name as well. */
async function countAlso(db: Executor, chosen: readonly { id: string }[], emails: readonly string[]): Promise<number> {
  if (emails.length === 0 || chosen.length === 0) return 0;
  const people = await findKnownPeople(db, { nameKeys: [], emails: [], ids: chosen.map(({ id }) => id) });
  return people.filter((person) => person.email !== null && emails.includes(person.email)).length;
}

/** The same people as voters; who is in the directory under an address is meant by it, anybody else comes into it. */
export async function findPeople(trx: Trx, where: Network, asked: PeopleToAsk): Promise<NewVoter[]> {
  const chosen = await listChosenPeople(trx, where, asked.personIds);
  const voters = new Map<string, NewVoter>();
  for (const { id, member } of chosen)
    voters.set(id, { personId: id, cameAs: member ? 'member' : 'person', required: asked.requiredIds.includes(id) });
  // in one order, so that two forms with the same addresses never wait for each other
  for (const { address, name } of asked.addresses.toSorted((a, b) => (a.address < b.address ? -1 : 1))) {
    const wish = { ...namesOf(name, address), email: address, function: '', organisationId: null };
    const { id } = await findOrCreatePerson(trx, wish, where.group.groupId);
    if (!voters.has(id)) voters.set(id, { personId: id, cameAs: 'person', required: false });
  }
  return [...voters.values()];
}

/** « Lucía Paz » as given and family name; without any name what stands before the @ has to do. */
export function namesOf(name: string, address: string): { givenName: string; familyName: string } {
  const [first = '', ...rest] = name.split(' ').filter(Boolean);
  const familyName = rest.length > 0 ? rest.join(' ') : first;
  const clip = (text: string) => [...text].slice(0, 100).join('');
  if (familyName === '') return { givenName: '', familyName: clip(address.slice(0, address.indexOf('@'))) };
  return { givenName: rest.length > 0 ? clip(first) : '', familyName: clip(familyName) };
}
