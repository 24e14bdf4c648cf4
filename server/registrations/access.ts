import { type DelegationScope, type EditionScope, mint, type RegistrationScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { findById } from '#db/registrations/find.ts';
import { findDelegation } from '#db/registrations/read-delegations.ts';
import { findLink } from '#server/accounts/link-tokens.ts';
import { enterNetwork } from '#server/groups/access.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import { notFound } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';

export type OpenedLink = { kind: 'person'; scope: RegistrationScope } | { kind: 'delegation'; scope: DelegationScope };

/**
 * Gate of the page behind the link in a mail, which is the only proof asked for. Null for a link that is unknown, expired or
 * of somebody whose registration is no more: callers answer all of them alike. Opening it changes nothing.
 */
export async function openRegistrationLink(services: Services, token: string): Promise<OpenedLink | null> {
  const link = await findLink(services, 'registration', token);
  if (link.state !== 'valid') return null;
  if (link.registrationId) {
    const scope = await registrationForMail(services.db, link.registrationId);
    return scope && { kind: 'person', scope };
  }
  const scope = link.delegationId ? await delegationForMail(services.db, link.delegationId) : null;
  return scope && { kind: 'delegation', scope };
}

/** Gate of the mails about a registration, which say what its page says; null: it is no more. */
export async function registrationForMail(db: Executor, registrationId: string): Promise<RegistrationScope | null> {
  const found = await findById(db, registrationId);
  return found ? mint<RegistrationScope>({ registrationId, editionId: found.editionId, groupId: found.groupId }) : null;
}

/** The same about a delegation. */
export async function delegationForMail(db: Executor, delegationId: string): Promise<DelegationScope | null> {
  const found = await findDelegation(db, delegationId);
  return found ? mint<DelegationScope>({ delegationId, editionId: found.editionId, groupId: found.groupId }) : null;
}

/** Gate of somebody without an address of their own, whom the contact of their delegation looks after; 404 for everybody else. */
export async function enterPersonOfDelegation(
  services: Services,
  scope: DelegationScope,
  registrationId: string,
): Promise<RegistrationScope> {
  const found = await findById(services.db, registrationId);
  if (!found || found.delegationId !== scope.delegationId || found.email !== null) return notFound();
  return mint<RegistrationScope>({ registrationId, editionId: found.editionId, groupId: found.groupId });
}

/** Gate of one registration for the organisers of its edition; 404 for one of another edition. */
export async function organiseRegistration(
  services: Services,
  scope: OrganisedEdition,
  registrationId: string,
): Promise<RegistrationScope> {
  const found = await findById(services.db, registrationId);
  if (found?.editionId !== scope.editionId) return notFound();
  return mint<RegistrationScope>({ registrationId, editionId: found.editionId, groupId: found.groupId });
}

/** What a link lets see of the edition: what any visitor sees, and that the edition is there even if its group is not public. */
export async function editionOfLink(
  services: Services,
  { editionId, groupId }: RegistrationScope | DelegationScope,
): Promise<EditionScope> {
  const network = await enterNetwork(services, null);
  return mint<EditionScope>({ editionId, groupId, network, can: { organise: false } });
}
