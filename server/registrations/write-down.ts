import type { OrganisationKind } from '#app/model/directory.ts';
import { personKey } from '#app/model/directory.ts';
import type { Language } from '#app/model/language.ts';
import { type AnswerFault, checkAnswers } from '#app/model/registration-answers.ts';
import type { Answer, PlaceState, Question, RegistrationCategory, RegistrationOrigin } from '#app/model/registrations.ts';
import type { EditionScope } from '#app/model/scope.ts';
import type { Trx } from '#db/client.ts';
import { findKnownPeople } from '#db/directory/match.ts';
import { findSame } from '#db/registrations/find.ts';
import type { HeldEdition } from '#db/registrations/places.ts';
import { countRegistered } from '#db/registrations/read-counts.ts';
import { listPlacesOfSessions } from '#db/registrations/read-places.ts';
import { listQuestions } from '#db/registrations/read-settings.ts';
import { insertRegistration, reviveRegistration, setAnswers, setSessions } from '#db/registrations/write.ts';
import { newBadgeCode } from './badge-code.ts';

/** Somebody as a form names them: clean texts within the directory's limits. */
export interface RegistrationWish {
  /** From the form: the same sent twice is one registration. */
  id: string;
  category: RegistrationCategory;
  givenName: string;
  familyName: string;
  /** As parseEmail gives it; null: none, looked after by somebody else. */
  email: string | null;
  function: string;
  organisationName: string;
  organisationKind: OrganisationKind;
  language: Language;
  answers: readonly Answer[];
  meetingIds: readonly string[];
}

export type WishFault =
  | { reason: 'category' }
  | { reason: 'answers'; faults: Map<string, AnswerFault> }
  /** A session that is not of this edition, is off, or takes nobody. */
  | { reason: 'session' };

/** What there is to ask for while the places are held. */
export interface Offer {
  scope: Pick<EditionScope, 'editionId' | 'network'>;
  edition: HeldEdition;
  questions: Question[];
  sessions: Awaited<ReturnType<typeof listPlacesOfSessions>>;
  /** With a place and waiting, changed as wishes are written down. */
  counts: { registered: number; waiting: number };
}

export async function readOffer(trx: Trx, scope: Offer['scope'], edition: HeldEdition): Promise<Offer> {
  const questions = await listQuestions(trx, scope);
  const sessions = edition.takesSessions ? await listPlacesOfSessions(trx, scope) : [];
  const { edition: registered, waiting } = await countRegistered(trx, scope);
  return { scope, edition, questions, sessions, counts: { registered, waiting } };
}

/** Why a wish cannot be written down; null: it can. */
export function faultOfWish({ edition, questions, sessions }: Offer, wish: RegistrationWish): WishFault | null {
  if (!edition.categories.includes(wish.category)) return { reason: 'category' };
  const checked = checkAnswers(questions, wish.answers);
  if (!checked.ok) return { reason: 'answers', faults: checked.faults };
  return wish.meetingIds.every((id) => sessions.some(({ meetingId }) => meetingId === id)) ? null : { reason: 'session' };
}

/** What a new registration is told that it gets now; who was registered already is told the same. */
export interface Told {
  edition: PlaceState;
  /** Sessions, of those that were asked for, in which one waits. */
  waitingIn: string[];
}

export function tellOf({ edition, counts, sessions }: Offer, meetingIds: readonly string[]): Told {
  const full = (place: { capacity: number | null; registered: number; waiting: number }) =>
    place.capacity !== null && (place.registered >= place.capacity || place.waiting > 0);
  const state = full({ capacity: edition.capacity, ...counts }) ? 'waiting' : 'registered';
  const fullOnes = sessions.filter(full).map(({ meetingId }) => meetingId);
  return { edition: state, waitingIn: meetingIds.filter((id) => state === 'waiting' || fullOnes.includes(id)) };
}

/** `new`: waits for its place now (giveFreePlaces). `known`: was registered before, and nothing changed. `again`: this very form was sent before. */
export interface WrittenDown {
  what: 'new' | 'known' | 'again';
  registrationId: string;
  personId: string | null;
  language: Language;
}

/** Writes one wish without fault at the end of the queue; needs the places held. The directory is read and never written. */
export async function writeDown(
  trx: Trx,
  offer: Offer,
  wish: RegistrationWish,
  { cameAs, delegationId }: { cameAs: RegistrationOrigin; delegationId?: string },
): Promise<WrittenDown> {
  const { editionId } = offer.scope;
  const { id, email, answers, meetingIds, ...said } = wish;
  const [known] = email ? await findKnownPeople(trx, { nameKeys: [], emails: [email] }) : [];
  const personId = known?.id ?? null;
  const details = { ...said, nameKey: personKey(wish.givenName, wish.familyName) };
  const same = await findSame(trx, { editionId, email, personId, id });
  if (same && same.state !== 'cancelled') {
    const what = same.id === id ? 'again' : 'known';
    return { what, registrationId: same.id, personId: same.personId, language: same.language };
  }
  if (same) await reviveRegistration(trx, same.id, { ...details, cameAs, delegationId: delegationId ?? null });
  else {
    const badgeCode = newBadgeCode();
    const inserted = await insertRegistration(trx, { ...details, id, editionId, personId, email, cameAs, badgeCode, delegationId });
    // an id that a registration for another edition has: no form of ours
    if (!inserted) return { what: 'again', registrationId: id, personId: null, language: wish.language };
  }
  const registrationId = same?.id ?? id;
  const checked = checkAnswers(offer.questions, answers);
  if (!checked.ok) throw new Error('Answers were written down before they were checked.');
  await setAnswers(
    trx,
    registrationId,
    checked.answers,
    offer.questions.map((question) => question.id),
  );
  await setSessions(trx, registrationId, meetingIds);
  return { what: 'new', registrationId, personId, language: wish.language };
}

/** Counts what was written down, so that the next of a delegation is told what holds after it. */
export function countIn(offer: Offer, told: Told, meetingIds: readonly string[]): void {
  offer.counts[told.edition]++;
  for (const session of offer.sessions) {
    if (!meetingIds.includes(session.meetingId)) continue;
    if (told.waitingIn.includes(session.meetingId)) session.waiting++;
    else session.registered++;
  }
}
