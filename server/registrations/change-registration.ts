import { personKey } from '#app/model/directory.ts';
import { type AnswerFault, checkAnswers } from '#app/model/registration-answers.ts';
import type { Answer } from '#app/model/registrations.ts';
import type { EditionScope, RegistrationScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { findById } from '#db/registrations/find.ts';
import { holdPlaces } from '#db/registrations/places.ts';
import { listOwnSessionIds } from '#db/registrations/read-own.ts';
import { listPlacesOfSessions } from '#db/registrations/read-places.ts';
import { listQuestions } from '#db/registrations/read-settings.ts';
import { type RegistrationDetails, setAnswers, setSessions, updateRegistration } from '#db/registrations/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import { givePlaces } from './give-places.ts';
import { opennessNow } from './register.ts';

/** What is corrected; a category is the organisers' to change once there is a registration. */
export type Correction = Omit<RegistrationDetails, 'nameKey' | 'category' | 'language'> &
  Partial<Pick<RegistrationDetails, 'category' | 'language'>>;

export type Changed =
  | { ok: true }
  | { ok: false; reason: 'withdrawn' | 'over' | 'session' }
  /** Somebody changed it since the form was opened. */
  | { ok: false; reason: 'conflict' }
  | { ok: false; reason: 'answers'; faults: Map<string, AnswerFault> };

/** Corrects what is written about somebody and what they answered; the address stays, since the link proved it. `viewer`: an organiser. */
export async function correctRegistration(
  services: Services,
  scope: RegistrationScope,
  wish: { revision: number; details: Correction; answers: readonly Answer[]; viewer?: Viewer },
): Promise<Changed> {
  const { registrationId, editionId } = scope;
  return inTransaction<Changed>(services.db, async (trx) => {
    const edition = await holdPlaces(trx, editionId);
    const refused = refusalOf(await findById(trx, registrationId), opennessNow(services, edition), wish.viewer);
    if (refused) return { ok: false, reason: refused };
    const questions = await listQuestions(trx, scope);
    const checked = checkAnswers(questions, wish.answers);
    if (!checked.ok) return { ok: false, reason: 'answers', faults: checked.faults };
    const details = { ...wish.details, nameKey: personKey(wish.details.givenName, wish.details.familyName) };
    if (!(await updateRegistration(trx, { registrationId, revision: wish.revision, details }))) return { ok: false, reason: 'conflict' };
    await setAnswers(
      trx,
      registrationId,
      checked.answers,
      questions.map(({ id }) => id),
    );
    if (wish.viewer)
      await recordAudit(trx, {
        ...{ personId: wish.viewer.personId, action: 'registration.correct', subjectType: 'registration', subjectId: registrationId },
        detail: { editionId },
      });
    return { ok: true };
  });
}

/**
 * Chooses the sessions that somebody wants: those that stay keep their place or their turn, those given up are given to
 * whoever waits. `edition` says what they may see; what they chose while they saw more stays choosable.
 */
export async function chooseSessions(
  services: Services,
  scope: RegistrationScope,
  { edition: seen, meetingIds, viewer }: { edition: EditionScope; meetingIds: readonly string[]; viewer?: Viewer },
): Promise<Changed> {
  const { registrationId, editionId } = scope;
  return inTransaction<Changed>(services.db, async (trx) => {
    const edition = await holdPlaces(trx, editionId);
    const refused = refusalOf(await findById(trx, registrationId), opennessNow(services, edition), viewer);
    if (refused) return { ok: false, reason: refused };
    const offered = await listPlacesOfSessions(trx, seen);
    const own = await listOwnSessionIds(trx, scope);
    const taken = edition.takesSessions ? offered.map(({ meetingId }) => meetingId) : [];
    if (!meetingIds.every((id) => taken.includes(id) || own.includes(id))) return { ok: false, reason: 'session' };
    await setSessions(trx, registrationId, meetingIds);
    await givePlaces(trx, services, { editionId, quiet: [registrationId] });
    if (viewer)
      await recordAudit(trx, {
        ...{ personId: viewer.personId, action: 'registration.choose_sessions', subjectType: 'registration', subjectId: registrationId },
        detail: { editionId, count: meetingIds.length },
      });
    return { ok: true };
  });
}

/** By link until the edition is over; an organiser afterwards too. Who withdrew registers anew. */
function refusalOf(
  found: Awaited<ReturnType<typeof findById>>,
  openness: ReturnType<typeof opennessNow>,
  viewer: Viewer | undefined,
): 'withdrawn' | 'over' | null {
  if (!found || found.state === 'cancelled') return 'withdrawn';
  return openness === 'over' && !viewer ? 'over' : null;
}
