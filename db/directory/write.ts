import type { OrganisationKind } from '#app/model/directory.ts';
import type { Language } from '#app/model/language.ts';
import type { Trx } from '#db/client.ts';

export interface NewOrganisation {
  name: string;
  nameKey: string;
  kind: OrganisationKind;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

/** Inserts the organisations that do not exist yet (same key and country); in the order of their keys, so that two imports cannot wait for each other. */
export async function insertOrganisations(trx: Trx, organisations: readonly NewOrganisation[]): Promise<void> {
  if (organisations.length === 0) return;
  const ordered = [...organisations].sort((a, b) => (a.nameKey < b.nameKey ? -1 : 1));
  await trx
    .insertInto('organisations')
    .values(ordered)
    .onConflict((conflict) => conflict.columns(['nameKey', 'country']).doNothing())
    .execute();
}

export interface NewPerson {
  id?: string;
  givenName: string;
  familyName: string;
  nameKey: string;
  email: string | null;
  function: string;
  organisationId: string | null;
  language?: Language;
  timeZone?: string;
}

/** Inserts people; one whose id or e-mail address is there already is left out. Answers the ids that were inserted. */
export async function insertPeople(trx: Trx, people: readonly NewPerson[]): Promise<string[]> {
  if (people.length === 0) return [];
  const rows = await trx
    .insertInto('people')
    .values([...people])
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** An e-mail address that belongs to somebody else: the constraint decided, whatever was read before. */
export class AddressTaken extends Error {
  override name = 'AddressTaken';
}

/** Runs a write of people and turns the refusal of a second owner of an address into AddressTaken. */
export async function withAddressOnce<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && 'constraint' in error && error.constraint === 'people_email_key') throw new AddressTaken();
    throw error;
  }
}

/** Inserts all of these people; throws AddressTaken when an address has an owner. */
export async function insertAllPeople(trx: Trx, people: readonly NewPerson[]): Promise<void> {
  if (people.length === 0) return;
  await withAddressOnce(() =>
    trx
      .insertInto('people')
      .values([...people])
      .execute(),
  );
}

/** Fills what is empty in a person's record; what is there stays. Throws AddressTaken. */
export async function fillPerson(
  trx: Trx,
  personId: string,
  blanks: { email?: string; function?: string; organisationId?: string },
): Promise<void> {
  if (Object.keys(blanks).length === 0) return;
  await withAddressOnce(() =>
    trx
      .updateTable('people')
      .set((eb) => ({ ...blanks, revision: eb('revision', '+', 1), updatedAt: eb.fn<string>('now') }))
      .where('id', '=', personId)
      .execute(),
  );
}
