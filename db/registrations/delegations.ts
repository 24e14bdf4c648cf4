import type { Language } from '#app/model/language.ts';
import type { PlaceState } from '#app/model/registrations.ts';
import type { DelegationScope } from '#app/model/scope.ts';
import type { Executor, Trx } from '#db/client.ts';

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

/** A delegation, for gates and mails. */
export async function findDelegation(db: Executor, delegationId: string) {
  return db
    .selectFrom('delegations')
    .innerJoin('editions', 'editions.id', 'delegations.editionId')
    .select(['delegations.id', 'delegations.editionId', 'editions.groupId', 'delegations.organisationName', 'delegations.language'])
    .select(['delegations.contactGivenName', 'delegations.contactFamilyName', 'delegations.contactEmail'])
    .where('delegations.id', '=', delegationId)
    .executeTakeFirst();
}

/** Who the contact of a delegation asked a place for. Of those with an address of their own, only what the contact was told then. */
export async function listDelegationPeople(db: Executor, { delegationId }: DelegationScope) {
  return (
    db
      .selectFrom('delegationPeople')
      .leftJoin('registrations', (join) =>
        join
          .onRef('registrations.id', '=', 'delegationPeople.registrationId')
          .onRef('registrations.delegationId', '=', 'delegationPeople.delegationId')
          .on('registrations.email', 'is', null),
      )
      .select(['delegationPeople.position', 'delegationPeople.hasAddress', 'delegationPeople.told', 'delegationPeople.withdrawnAt'])
      .select((eb) => [
        eb.fn.coalesce('registrations.givenName', 'delegationPeople.givenName').as('givenName'),
        eb.fn.coalesce('registrations.familyName', 'delegationPeople.familyName').as('familyName'),
      ])
      // of who has no address: the contact looks after them
      .select(['registrations.id as registrationId', 'registrations.state', 'registrations.category'])
      .where('delegationPeople.delegationId', '=', delegationId)
      .orderBy('delegationPeople.position')
      .limit(200)
      .execute()
  );
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
