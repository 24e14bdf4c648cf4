import type { Language } from '#app/model/language.ts';
import type { PlaceState } from '#app/model/registrations.ts';
import type { Trx } from '#db/client.ts';

export interface NewDelegation {
  id: string;
  editionId: string;
  organisationName: string;
  contactGivenName: string;
  contactFamilyName: string;
  contactEmail: string;
  language: Language;
}

/** Inserts a delegation; false: the form was sent before. */
export async function insertDelegation(trx: Trx, delegation: NewDelegation): Promise<boolean> {
  const row = await trx
    .insertInto('delegations')
    .values(delegation)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export interface NewDelegationPerson {
  delegationId: string;
  position: number;
  /** Null: the address was registered before, which the contact is not told. */
  registrationId: string | null;
  givenName: string;
  familyName: string;
  hasAddress: boolean;
  told: PlaceState;
}

export async function insertDelegationPeople(trx: Trx, people: readonly NewDelegationPerson[]): Promise<void> {
  await trx
    .insertInto('delegationPeople')
    .values([...people])
    .execute();
}

/** Takes somebody off a delegation's list; gives their registration, if it came with this delegation. Null: no such line, or off already. */
export async function withdrawLine(
  trx: Trx,
  { delegationId, position, now }: { delegationId: string; position: number; now: string },
): Promise<{ registrationId: string | null } | null> {
  const row = await trx
    .updateTable('delegationPeople')
    .set({ withdrawnAt: now })
    .where('delegationId', '=', delegationId)
    .where('position', '=', position)
    .where('withdrawnAt', 'is', null)
    .returning('registrationId')
    .executeTakeFirst();
  if (!row) return null;
  const own =
    row.registrationId &&
    (await trx
      .selectFrom('registrations')
      .select('id')
      .where('id', '=', row.registrationId)
      .where('delegationId', '=', delegationId)
      .executeTakeFirst());
  return { registrationId: own ? own.id : null };
}
