import { guessOrganisationKind } from '#app/model/directory.ts';
import type { Language } from '#app/model/language.ts';
import type { Openness, PlaceState } from '#app/model/registrations.ts';
import type { EditionScope } from '#app/model/scope.ts';
import type { Trx } from '#db/client.ts';
import { holdPlaces } from '#db/registrations/places.ts';
import { insertDelegation, insertDelegationPeople, type NewDelegationPerson } from '#db/registrations/write-delegations.ts';
import { inTransaction } from '#db/transaction.ts';
import { withinLimit } from '#server/accounts/rate-limit.ts';
import { queueMail } from '#server/outbox/queue-mail.ts';
import type { Services } from '#server/services.ts';
import { givePlaces } from './give-places.ts';
import { mayWriteTo, opennessNow } from './register.ts';
import { countIn, faultOfWish, type Offer, type RegistrationWish, readOffer, tellOf, type WishFault, writeDown } from './write-down.ts';

export type PersonOfDelegation = Omit<RegistrationWish, 'organisationName' | 'organisationKind' | 'language'>;

export interface DelegationWish {
  /** From the form: the same sent twice is one delegation. */
  id: string;
  organisationName: string;
  contact: { givenName: string; familyName: string; email: string };
  language: Language;
  /** At least one, at most REGISTRATION_LIMITS.delegation; each address once. */
  people: readonly PersonOfDelegation[];
}

export type DelegationRegistered =
  /** What each person got, in the order of the form. */
  | { ok: true; told: PlaceState[] }
  | { ok: false; reason: 'too_often' }
  | { ok: false; reason: 'closed'; openness: Exclude<Openness, 'open'> }
  /** The person of this line; nobody was registered. */
  | { ok: false; reason: 'person'; line: number; fault: WishFault };

/** Ten delegations an hour from one place are six hundred people. */
const FROM_ONE_PLACE = { times: 10, everyMinutes: 60 };

/**
 * Registers several people of one organisation at once. They take the free places in the order of the form; when these run
 * out the rest waits, in that order: nobody waits because a colleague does. The contact gets one link to look after them all,
 * each person with an address their own mail. Whose address was registered before stays as they were, which the contact is
 * not told.
 */
export async function registerDelegation(
  services: Services,
  scope: EditionScope,
  wish: DelegationWish,
  ip: string,
): Promise<DelegationRegistered> {
  const { editionId } = scope;
  if (!(await withinLimit(services, { what: 'delegations by ip', who: ip, ...FROM_ONE_PLACE }))) return { ok: false, reason: 'too_often' };
  const mailed = new Set<string>();
  for (const { email } of wish.people) if (email && (await mayWriteTo(services, editionId, email))) mailed.add(email);
  const toContact = await mayWriteTo(services, editionId, `contact ${wish.contact.email}`);
  return inTransaction<DelegationRegistered>(services.db, async (trx) => {
    const edition = await holdPlaces(trx, editionId);
    const openness = opennessNow(services, edition);
    if (openness !== 'open') return { ok: false, reason: 'closed', openness };
    const offer = await readOffer(trx, scope, edition);
    const wishes = wish.people.map((person) => wishOf(person, wish));
    for (const [line, one] of wishes.entries()) {
      const fault = faultOfWish(offer, one);
      if (fault) return { ok: false, reason: 'person', line, fault };
    }
    const { organisationName, contact, language } = wish;
    const isNew = await insertDelegation(trx, {
      ...{ id: wish.id, editionId, organisationName, language },
      ...{ contactGivenName: contact.givenName, contactFamilyName: contact.familyName, contactEmail: contact.email },
    });
    if (!isNew) return { ok: true, told: wishes.map(({ meetingIds }) => tellOf(offer, meetingIds).edition) };
    const people = await writeAllDown(trx, services, offer, { wishes, delegationId: wish.id, mailed });
    await insertDelegationPeople(trx, people);
    const quiet = people.flatMap(({ registrationId }) => registrationId ?? []);
    await givePlaces(trx, services, { editionId, quiet });
    if (toContact)
      await queueMail(trx, services, {
        template: 'delegation',
        payload: { delegationId: wish.id },
        ...{ personId: null, to: { address: contact.email, name: '' }, language, dedupeKey: `delegation:${wish.id}` },
      });
    return { ok: true, told: people.map(({ told }) => told) };
  });
}

function wishOf(person: PersonOfDelegation, { organisationName, language }: DelegationWish): RegistrationWish {
  return { ...person, organisationName, organisationKind: guessOrganisationKind(organisationName), language };
}

async function writeAllDown(
  trx: Trx,
  services: Services,
  offer: Offer,
  { wishes, delegationId, mailed }: { wishes: readonly RegistrationWish[]; delegationId: string; mailed: ReadonlySet<string> },
): Promise<NewDelegationPerson[]> {
  const people: NewDelegationPerson[] = [];
  for (const [position, wish] of wishes.entries()) {
    const told = tellOf(offer, wish.meetingIds);
    const { what, registrationId, personId, language } = await writeDown(trx, offer, wish, { cameAs: 'delegation', delegationId });
    // who was there already takes no place, and is counted all the same: the lines below must not tell who it was
    countIn(offer, told, wish.meetingIds);
    const { givenName, familyName, email } = wish;
    const own = what === 'new' ? registrationId : null;
    people.push({ delegationId, position, registrationId: own, givenName, familyName, hasAddress: email !== null, told: told.edition });
    if (!email || what === 'again' || (what === 'known' && !mailed.has(email))) continue;
    await queueMail(trx, services, {
      template: 'registration',
      payload: { registrationId, occasion: what === 'new' ? 'delegation' : 'known' },
      ...{ personId, to: { address: email, name: '' }, language, dedupeKey: `registration:${registrationId}:${wish.id}` },
    });
  }
  return people;
}
