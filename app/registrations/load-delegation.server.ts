import type { DelegationScope, EditionScope } from '#app/model/scope.ts';
import { findDelegation, listDelegationPeople } from '#db/registrations/read-delegations.ts';
import { notFound } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';
import { loadOffer } from './offer.server.ts';

/** A delegation as its contact sees it. */
export async function loadDelegation(services: Services, scope: DelegationScope, edition: EditionScope) {
  const [delegation, people, offer] = await Promise.all([
    findDelegation(services.db, scope.delegationId),
    listDelegationPeople(services.db, scope),
    loadOffer(services, edition),
  ]);
  if (!delegation) return notFound();
  return {
    offer,
    organisationName: delegation.organisationName,
    people: people.map(({ givenName, familyName, state, told, withdrawnAt, ...person }) => ({
      ...person,
      name: [givenName, familyName].filter(Boolean).join(' '),
      state: withdrawnAt ? ('cancelled' as const) : (state ?? told),
    })),
  };
}

export type LoadedDelegation = Awaited<ReturnType<typeof loadDelegation>>;
