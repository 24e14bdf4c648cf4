import type { DelegationScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

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
