import { personKey } from '#app/model/directory.ts';
import type { Trx } from '#db/client.ts';
import { findKnownPeople } from '#db/directory/match.ts';
import { insertPeople } from '#db/directory/write.ts';
import { findById } from '#db/registrations/find.ts';
import { tieToPerson } from '#db/registrations/write.ts';
import { findOrCreateOrganisation } from '#server/directory/find-or-create-organisation.ts';

/**
 * The person of the directory that a registration is, for who makes an attendance of it at the door. Somebody who is not in
 * it comes into it now, as they wrote themselves, without their address: nobody proved that it is theirs, and an address
 * opens what its owner may see. Who is in it is recognised by the address alone and changed in nothing.
 */
export async function personOfRegistration(trx: Trx, registrationId: string): Promise<string> {
  const registration = await findById(trx, registrationId);
  if (!registration) throw new Error(`There is no registration ${registrationId}.`);
  const { personId, email, givenName, familyName, organisationName, organisationKind, language } = registration;
  if (personId) return personId;
  const [known] = email ? await findKnownPeople(trx, { nameKeys: [], emails: [email] }) : [];
  if (known && (await tieToPerson(trx, { registrationId, personId: known.id }))) return known.id;
  const organisation = organisationName ? await findOrCreateOrganisation(trx, { name: organisationName, kind: organisationKind }) : null;
  const id = crypto.randomUUID();
  const nameKey = personKey(givenName, familyName);
  const person = {
    id,
    givenName,
    familyName,
    nameKey,
    email: null,
    function: registration.function,
    organisationId: organisation?.id ?? null,
    language,
  };
  await insertPeople(trx, [person]);
  await tieToPerson(trx, { registrationId, personId: id });
  return id;
}
