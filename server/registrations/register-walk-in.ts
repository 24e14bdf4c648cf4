import { guessOrganisationKind, organisationKey, personKey } from '#app/model/directory.ts';
import type { Language } from '#app/model/language.ts';
import type { RegistrationCategory } from '#app/model/registrations.ts';
import type { Trx } from '#db/client.ts';
import { findByName, findSame } from '#db/registrations/find.ts';
import { holdPlaces } from '#db/registrations/places.ts';
import { insertRegistration, seatRow } from '#db/registrations/write.ts';
import type { Services } from '#server/services.ts';
import { newBadgeCode } from './badge-code.ts';

export interface WalkIn {
  editionId: string;
  /** From the form or the phone: the same sent twice is one person. */
  id: string;
  /** Clean lines within the directory's limits; the family name may not be empty. */
  givenName: string;
  familyName: string;
  organisationName: string;
  function?: string;
  /** Without it the first that the edition takes. */
  category?: RegistrationCategory;
  language?: Language;
}

/**
 * Somebody who stands at the door, in the caller's transaction: gets a place however many there are, since they are there.
 * Whoever registered under this name with this organisation is that registration (`known`), even if it waited or had been
 * withdrawn. Nobody's address is asked for, and the directory stays as it is (see person-of-registration.ts).
 */
export async function registerWalkIn(
  trx: Trx,
  services: Services,
  walkIn: WalkIn,
): Promise<{ registrationId: string; badgeCode: string; known: boolean }> {
  const { editionId, id, givenName, familyName, organisationName } = walkIn;
  const { categories } = await holdPlaces(trx, editionId);
  const now = services.clock.now().toString();
  const nameKey = personKey(givenName, familyName);
  const again = await findSame(trx, { editionId, id, email: null, personId: null });
  const namesakes = await findByName(trx, { editionId, nameKey });
  const key = organisationKey(organisationName);
  const known = again ?? namesakes.find((one) => organisationKey(one.organisationName) === key);
  if (known) {
    await seatRow(trx, known.id, now);
    return { registrationId: known.id, badgeCode: known.badgeCode, known: true };
  }
  const badgeCode = newBadgeCode();
  const inserted = await insertRegistration(trx, {
    ...{ id, editionId, personId: null, email: null, cameAs: 'walk_in', badgeCode, nameKey, givenName, familyName, organisationName },
    ...{ function: walkIn.function ?? '', organisationKind: guessOrganisationKind(organisationName) },
    ...{ category: walkIn.category ?? categories[0] ?? 'member', language: walkIn.language ?? 'fr' },
  });
  if (!inserted) throw new Error('The id of a walk-in is that of a registration for another edition.');
  await seatRow(trx, id, now);
  return { registrationId: id, badgeCode, known: false };
}
