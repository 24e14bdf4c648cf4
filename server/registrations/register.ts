import { type Openness, opennessOn } from '#app/model/registrations.ts';
import type { EditionScope } from '#app/model/scope.ts';
import type { HeldEdition } from '#db/registrations/places.ts';
import { holdPlaces } from '#db/registrations/places.ts';
import { inTransaction } from '#db/transaction.ts';
import { withinLimit } from '#server/accounts/rate-limit.ts';
import { queueMail } from '#server/outbox/queue-mail.ts';
import type { Services } from '#server/services.ts';
import { givePlaces } from './give-places.ts';
import { faultOfWish, type RegistrationWish, readOffer, type Told, tellOf, type WishFault, writeDown } from './write-down.ts';

export type Registered =
  /** A mail with the personal link is on its way. `told`: what a registration that comes now gets, whoever's address it is. */
  | { ok: true; told: Told }
  | { ok: false; reason: 'too_often' }
  | { ok: false; reason: 'closed'; openness: Exclude<Openness, 'open'> }
  | ({ ok: false } & WishFault);

/** Forty colleagues of one office share an address; a flood does not stop at a hundred. */
export const FROM_ONE_PLACE = { times: 150, everyMinutes: 60 };
/** Five hundred may come in the minute that it opens. */
const FOR_ONE_EDITION = { times: 3000, everyMinutes: 60 };
/** Nobody's mailbox is filled from here; the mail about a new registration leaves all the same. */
const TO_ONE_ADDRESS = { times: 3, everyMinutes: 24 * 60 };

/**
 * Registers one person by what they type. The personal link goes to the address and nowhere else, so whoever's it is reads
 * it; the directory stays as it is. An address or a person that is registered already stays that one registration, unchanged:
 * the mail says so, the answer does not.
 */
export async function register(
  services: Services,
  scope: EditionScope,
  wish: RegistrationWish & { email: string },
  ip: string,
): Promise<Registered> {
  const { editionId } = scope;
  const often = !(await withinLimit(services, { what: 'registrations by ip', who: ip, ...FROM_ONE_PLACE }));
  if (often || !(await withinLimit(services, { what: 'registrations', who: editionId, ...FOR_ONE_EDITION })))
    return { ok: false, reason: 'too_often' };
  const mayWrite = await mayWriteTo(services, editionId, wish.email);
  return inTransaction<Registered>(services.db, async (trx) => {
    const edition = await holdPlaces(trx, editionId);
    const openness = opennessNow(services, edition);
    if (openness !== 'open') return { ok: false, reason: 'closed', openness };
    const offer = await readOffer(trx, scope, edition);
    const fault = faultOfWish(offer, wish);
    if (fault) return { ok: false, ...fault };
    const told = tellOf(offer, wish.meetingIds);
    const { what, registrationId, personId, language } = await writeDown(trx, offer, wish, { cameAs: 'self' });
    if (what === 'new') await givePlaces(trx, services, { editionId, quiet: [registrationId] });
    if (what === 'again' || (what === 'known' && !mayWrite)) return { ok: true, told };
    const now = services.clock.now().toString();
    await queueMail(trx, services, {
      template: 'registration',
      payload: { registrationId, occasion: what === 'new' ? 'registered' : 'known' },
      ...{ personId, to: { address: wish.email, name: '' }, language, dedupeKey: `registration:${registrationId}:${wish.id}:${now}` },
    });
    return { ok: true, told };
  });
}

/** Whether one more mail about an edition may go to an address that somebody typed. */
export function mayWriteTo(services: Services, editionId: string, email: string): Promise<boolean> {
  return withinLimit(services, { what: 'registration by address', who: `${editionId} ${email}`, ...TO_ONE_ADDRESS });
}

/** Whether an edition takes registrations at this instant, on the calendar of its own place. */
export function opennessNow({ clock }: Services, edition: Pick<HeldEdition, 'opensOn' | 'closesOn' | 'endsOn' | 'timeZone'>): Openness {
  const today = clock.now().toZonedDateTimeISO(edition.timeZone).toPlainDate().toString();
  return opennessOn(today, edition, edition.endsOn);
}
