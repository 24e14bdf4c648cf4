import { organisationKey, personKey } from '#app/model/directory.ts';
import type { ImportedAttendee } from '#app/model/imports.ts';
import type { Executor } from '#db/client.ts';
import { findKnownPeople, type KnownPerson } from '#db/directory/match.ts';
import { findMembersAmong } from '#db/groups/members.ts';
import type { OrganisedGroup } from '#server/groups/access.ts';
import { indexPeople, recognise } from '#server/groups/recognise.ts';

export interface Match {
  /** People of the directory who may be meant, likely ones first. */
  candidates: KnownPerson[];
  /** Who it is unless somebody says otherwise: a person's id; 'new' when nobody in the directory is meant; null: only a person can tell. */
  proposed: string | 'new' | null;
}

/** Whom of the directory the attendees of a draft mean, by their ids in the draft. Whoever is left out is not looked for. */
export async function matchAttendees(
  db: Executor,
  scope: OrganisedGroup,
  attendees: readonly ImportedAttendee[],
): Promise<Map<string, Match>> {
  const wanted = attendees.filter((one) => !one.out);
  const people = await findKnownPeople(db, {
    nameKeys: wanted.map((one) => personKey(one.givenName, one.familyName)),
    emails: wanted.flatMap((one) => (one.email ? [one.email.toLowerCase()] : [])),
    ids: wanted.flatMap((one) => (one.person && one.person !== 'new' ? [one.person] : [])),
  });
  const ids = people.map((one) => one.id);
  const members = await findMembersAmong(db, scope.groupId, ids);
  const index = indexPeople(people);
  return new Map(wanted.map((one) => [one.id, matchOf(one, { index, members, people })]));
}

function matchOf(
  one: ImportedAttendee,
  { index, members, people }: { index: ReturnType<typeof indexPeople>; members: ReadonlySet<string>; people: readonly KnownPerson[] },
): Match {
  const found = recognise(one, index, members);
  const chosen = people.filter((person) => person.id === one.person);
  if (found.status === 'new') return { candidates: chosen, proposed: 'new' };
  if (found.status !== 'doubt') return { candidates: [found.person], proposed: found.person.id };
  const [only] = found.candidates;
  // the only one of this name, and nothing says that they work elsewhere
  const alone = found.by === 'name' && found.candidates.length === 1 && only && isSamePlace(only, one);
  const candidates = [...new Map([...found.candidates, ...chosen].map((person) => [person.id, person])).values()];
  return { candidates, proposed: found.proposed ?? (alone ? only.id : null) };
}

function isSamePlace(person: KnownPerson, one: ImportedAttendee): boolean {
  return one.organisation === '' || person.organisationKey === null || person.organisationKey === organisationKey(one.organisation);
}
