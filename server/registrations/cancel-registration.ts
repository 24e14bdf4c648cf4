import type { DelegationScope, RegistrationScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { findById } from '#db/registrations/find.ts';
import { holdPlaces } from '#db/registrations/places.ts';
import { cancelRow } from '#db/registrations/write.ts';
import { withdrawLine } from '#db/registrations/write-delegations.ts';
import { inTransaction } from '#db/transaction.ts';
import { queueMail } from '#server/outbox/queue-mail.ts';
import type { Services } from '#server/services.ts';
import { givePlaces } from './give-places.ts';

/** By whom a registration is withdrawn: by its own link, by the contact of its delegation, or by an organiser. */
export type Canceller = { as: 'self' | 'contact' } | { as: 'organiser'; viewer: Viewer };

/** Withdraws a registration and its sessions; the places go to whoever waits first, in the same transaction. Doing it twice is doing it once. */
export async function cancelRegistration(services: Services, scope: RegistrationScope, by: Canceller): Promise<void> {
  await inTransaction(services.db, async (trx) => {
    await holdPlaces(trx, scope.editionId);
    await withdraw(trx, services, scope, by);
  });
}

/** The same for one line of a delegation, by its contact. Who came by themselves is not withdrawn by others, and the contact not told. */
export async function withdrawFromDelegation(
  services: Services,
  { delegationId, editionId }: DelegationScope,
  position: number,
): Promise<void> {
  await inTransaction(services.db, async (trx) => {
    await holdPlaces(trx, editionId);
    const line = await withdrawLine(trx, { delegationId, position, now: services.clock.now().toString() });
    if (line?.registrationId) await withdraw(trx, services, { registrationId: line.registrationId, editionId }, { as: 'contact' });
  });
}

async function withdraw(
  trx: Trx,
  services: Services,
  { registrationId, editionId }: Pick<RegistrationScope, 'registrationId' | 'editionId'>,
  by: Canceller,
): Promise<void> {
  const now = services.clock.now().toString();
  if (!(await cancelRow(trx, registrationId, now))) return;
  const registration = await findById(trx, registrationId);
  if (registration?.email)
    await queueMail(trx, services, {
      template: 'registration-cancelled',
      payload: { registrationId, by: by.as },
      ...{ personId: registration.personId, to: { address: registration.email, name: '' }, language: registration.language },
      dedupeKey: `registration-cancelled:${registrationId}:${registration.queueNumber}`,
    });
  await recordAudit(trx, {
    ...{ personId: by.as === 'organiser' ? by.viewer.personId : null, action: 'registration.cancel' },
    ...{ subjectType: 'registration', subjectId: registrationId, detail: { editionId, by: by.as } },
  });
  await givePlaces(trx, services, { editionId });
}
