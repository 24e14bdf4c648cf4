import { organisationKey } from '#app/model/directory.ts';
import { nameKey } from '#app/model/text.ts';
import type { KnownOrganisation } from '#db/directory/match.ts';
import type { PossibleOwner } from '#db/follow-ups/sync.ts';

export interface RecognisedOwner {
  ownerId: string | null;
  ownerOrganisationId: string | null;
}

const AS_WRITTEN: RecognisedOwner = { ownerId: null, ownerOrganisationId: null };

/** « Karim Belhadj, ville de Nanterre » or « Ville de Nanterre (Karim Belhadj) »: the whole first, then its parts. */
function partsOf(assignee: string): string[] {
  return [
    assignee,
    ...assignee
      .split(/[,;()/–—]/u)
      .map((part) => part.trim())
      .filter((part) => part !== '' && part !== assignee),
  ];
}

/** Keys under which the organisations of these owners may be known. */
export function organisationKeysOf(assignees: readonly string[], people: readonly PossibleOwner[]): string[] {
  const names = [...assignees.flatMap(partsOf), ...people.filter(({ personId }) => personId === null).map((one) => one.organisationName)];
  return [...new Set(names.filter((name) => name !== '').map(organisationKey))];
}

/**
 * Who is meant by what the minutes write: somebody who was there (of namesakes the one picked in the notes, else nobody),
 * or an organisation of the directory. A substitute stands for their organisation.
 */
export function recogniseOwner(
  { assignee, assigneeId }: { assignee: string; assigneeId: string | null },
  people: readonly PossibleOwner[],
  organisations: readonly KnownOrganisation[],
): RecognisedOwner {
  const organisationOf = (name: string) => organisations.find((one) => one.nameKey === organisationKey(name))?.id ?? null;
  for (const part of partsOf(assignee)) {
    const key = nameKey(part);
    if (key === '') continue;
    const named = people.filter((person) => nameKey(person.name) === key);
    const person = named.find(({ attendanceId }) => attendanceId === assigneeId) ?? (named.length === 1 ? named[0] : undefined);
    if (person) return { ownerId: person.personId, ownerOrganisationId: person.personId ? null : organisationOf(person.organisationName) };
    const organisation = organisationOf(part);
    if (organisation) return { ownerId: null, ownerOrganisationId: organisation };
  }
  return AS_WRITTEN;
}
