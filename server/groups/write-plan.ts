import { parseEmail, personKey } from '#app/model/directory.ts';
import type { MembershipRole } from '#app/model/groups.ts';
import type { Trx } from '#db/client.ts';
import { findTiedElsewhere, type KnownPerson } from '#db/directory/match.ts';
import { fillPerson, insertAllPeople, type NewPerson } from '#db/directory/write.ts';
import { insertMemberships } from '#db/groups/write.ts';
import { findOrCreateOrganisations } from '#server/directory/find-or-create-organisation.ts';
import { blanksOf } from '#server/directory/find-or-create-person.ts';
import type { OrganisedGroup } from './access.ts';
import type { PlannedRow } from './import-plan.ts';

/**
 * Makes members of the rows of a decided plan: those recognised (what their records lack is filled) and the new ones.
 * Answers the ids of those who were no members before. Throws AddressTaken when an address found an owner since the plan was made.
 */
export async function writePlan(trx: Trx, scope: OrganisedGroup, plan: readonly PlannedRow[], role: MembershipRole): Promise<string[]> {
  const rows = plan.filter((row) => personOf(row) !== null || isNew(row));
  const organisationIds = await organisationsOf(trx, rows);
  const wishes = rows.map((row) => ({ known: personOf(row), wish: wishOf(row, organisationIds.get(row.id) ?? null) }));
  const known = wishes.flatMap(({ known, wish }) => (known ? [{ known, wish }] : []));
  const elsewhere = await findTiedElsewhere(
    trx,
    known.map((one) => one.known.id),
    [scope.groupId],
  );
  // in the order of ids, so that two imports that fill the same people do not wait for each other
  for (const one of known.sort((a, b) => (a.known.id < b.known.id ? -1 : 1)))
    await fillPerson(trx, one.known.id, blanksOf(one.known, one.wish, !elsewhere.has(one.known.id)));
  await insertAllPeople(
    trx,
    wishes.filter((one) => one.known === null).map((one) => one.wish),
  );
  return insertMemberships(
    trx,
    scope.groupId,
    role,
    wishes.map((one) => one.known?.id ?? one.wish.id),
  );
}

/** The organisation of each row that needs one, by row id; a person who has one keeps it. */
async function organisationsOf(trx: Trx, rows: readonly PlannedRow[]): Promise<Map<string, string>> {
  const needed = rows.filter((row) => row.organisation !== '' && !personOf(row)?.organisationId);
  const found = await findOrCreateOrganisations(
    trx,
    needed.map((row) => ({ name: row.organisation })),
  );
  return new Map(needed.flatMap((row, at) => (found[at] ? [[row.id, found[at].id]] : [])));
}

function isNew({ plan }: PlannedRow): boolean {
  return plan.status === 'add' || (plan.status === 'doubt' && plan.choice === 'other');
}

function personOf({ plan }: PlannedRow): KnownPerson | null {
  if (plan.status === 'known') return plan.person;
  return plan.status === 'doubt' ? (plan.candidates.find((one) => one.id === plan.choice) ?? null) : null;
}

/** Somebody else than the owner of an address is added without it: an address belongs to one person. */
function wishOf(row: PlannedRow, organisationId: string | null): NewPerson & { id: string } {
  const taken = row.plan.status === 'doubt' && row.plan.by === 'email' && row.plan.choice === 'other';
  const { id, givenName, familyName } = row;
  return {
    id,
    givenName,
    familyName,
    nameKey: personKey(givenName, familyName),
    email: taken ? null : parseEmail(row.email),
    function: row.function,
    organisationId,
  };
}
