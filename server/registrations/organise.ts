import type { RegistrationScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { findById } from '#db/registrations/find.ts';
import { holdPlaces } from '#db/registrations/places.ts';
import { seatInSession, seatRow } from '#db/registrations/write.ts';
import { inTransaction } from '#db/transaction.ts';
import { queueMail } from '#server/outbox/queue-mail.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import type { Services } from '#server/services.ts';
import { givePlaces } from './give-places.ts';
import { faultOfWish, type RegistrationWish, readOffer, type WishFault, writeDown } from './write-down.ts';

// What organisers do with registrations by hand, at any time, before the opening and after the end too.

export type Added =
  | { ok: true; registrationId: string }
  /** That address, or the person who has it, is registered: correct that one. */
  | { ok: false; reason: 'known'; registrationId: string }
  | ({ ok: false } & WishFault);

/** Registers somebody by hand. `seat`: with a place whoever waits; otherwise at the end of the queue like anybody. */
export async function addRegistration(
  services: Services,
  { viewer, scope, wish, seat }: { viewer: Viewer; scope: OrganisedEdition; wish: RegistrationWish; seat: boolean },
): Promise<Added> {
  const { editionId } = scope;
  return inTransaction<Added>(services.db, async (trx) => {
    const edition = await holdPlaces(trx, editionId);
    const offer = await readOffer(trx, scope, { ...edition, takesSessions: true });
    // an organiser may write down a press officer when the press registers no more, and needs no answers
    const open = { ...offer, edition: { ...offer.edition, categories: [wish.category] }, questions: optional(offer.questions) };
    const fault = faultOfWish(open, wish);
    if (fault) return { ok: false, ...fault };
    const { what, registrationId, personId, language } = await writeDown(trx, open, wish, { cameAs: 'organiser' });
    if (what === 'known') return { ok: false, reason: 'known', registrationId };
    if (what === 'again') return { ok: true, registrationId };
    const now = services.clock.now().toString();
    if (seat) await seatRow(trx, registrationId, now);
    await givePlaces(trx, services, { editionId, quiet: [registrationId] });
    if (wish.email)
      await queueMail(trx, services, {
        template: 'registration',
        payload: { registrationId, occasion: 'organiser' },
        ...{ personId, to: { address: wish.email, name: '' }, language, dedupeKey: `registration:${registrationId}:${wish.id}:${now}` },
      });
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'registration.add', subjectType: 'registration', subjectId: registrationId },
      detail: { editionId, seat },
    });
    return { ok: true, registrationId };
  });
}

const optional = <Question extends { required: boolean }>(questions: readonly Question[]) =>
  questions.map((question) => ({ ...question, required: false }));

/** Gives somebody who waits a place knowingly, before those who asked first and beyond the capacity; in a session when one is named. */
export async function seatByHand(
  services: Services,
  {
    viewer,
    scope,
    registrationId,
    meetingId,
  }: { viewer: Viewer; scope: OrganisedEdition; registrationId: string; meetingId: string | null },
): Promise<{ ok: true } | { ok: false; reason: 'not_waiting' }> {
  const { editionId } = scope;
  return inTransaction(services.db, async (trx) => {
    await holdPlaces(trx, editionId);
    const found = await findById(trx, registrationId);
    if (found?.editionId !== editionId || found.state === 'cancelled') return { ok: false as const, reason: 'not_waiting' as const };
    const now = services.clock.now().toString();
    // a place in a session is of no use to who waits for the edition
    const inEdition = await seatRow(trx, registrationId, now);
    const inSession = meetingId !== null && (await seatInSession(trx, { registrationId, meetingId }));
    if (!inEdition && !inSession) return { ok: false as const, reason: 'not_waiting' as const };
    await givePlaces(trx, services, { editionId, quiet: [registrationId] });
    if (found.email)
      await queueMail(trx, services, {
        template: 'registration-place',
        payload: { registrationId, edition: inEdition, meetingIds: inSession ? [meetingId] : [] },
        ...{ personId: found.personId, to: { address: found.email, name: '' }, language: found.language },
        dedupeKey: `registration-place:${registrationId}:${meetingId ?? ''}:${now}`,
      });
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'registration.seat', subjectType: 'registration', subjectId: registrationId },
      detail: { editionId, meetingId },
    });
    return { ok: true as const };
  });
}

/** Sends somebody their link once more. */
export async function resendLink(
  services: Services,
  { viewer, scope }: { viewer: Viewer; scope: RegistrationScope },
): Promise<{ ok: true } | { ok: false; reason: 'no_address' }> {
  return inTransaction(services.db, async (trx) => {
    const found = await findById(trx, scope.registrationId);
    if (!found?.email || found.state === 'cancelled') return { ok: false as const, reason: 'no_address' as const };
    const now = services.clock.now().toString();
    await queueMail(trx, services, {
      template: 'registration',
      payload: { registrationId: found.id, occasion: 'link' },
      ...{ personId: found.personId, to: { address: found.email, name: '' }, language: found.language },
      dedupeKey: `registration-link:${found.id}:${now}`,
    });
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'registration.resend', subjectType: 'registration', subjectId: found.id },
    });
    return { ok: true as const };
  });
}
