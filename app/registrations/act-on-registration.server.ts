import { m } from '#app/messages/compiled/messages.js';
import { guessOrganisationKind } from '#app/model/directory.ts';
import { parseRevision } from '#app/model/revision.ts';
import type { EditionScope, RegistrationScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { cancelRegistration } from '#server/registrations/cancel-registration.ts';
import { type Changed, chooseSessions, correctRegistration } from '#server/registrations/change-registration.ts';
import type { Services } from '#server/services.ts';
import { loadRegistration } from './load-registration.server.ts';
import { faultsOfWish, overlapsIn } from './parse-registration.server.ts';
import { type Faults, type PersonValues, parsePerson, personValuesOf } from './registration-values.ts';

export interface Refused {
  intent: 'correct' | 'sessions';
  status: number;
  values: PersonValues;
  faults: Faults;
  notice: string | null;
  overlaps: [string, string][];
}

export type Said = 'corrected' | 'sessions' | 'cancelled';

interface Asked {
  scope: RegistrationScope;
  edition: EditionScope;
  form: FormData;
  /** By its own link, by the contact of its delegation, or by an organiser. */
  by: { as: 'self' | 'contact' } | { as: 'organiser'; viewer: Viewer };
}

/** What the forms of a registration do; null: none of them was sent. */
export async function actOnRegistration(
  services: Services,
  { scope, edition, form, by }: Asked,
): Promise<{ said: Said } | { refused: Refused } | null> {
  const viewer = by.as === 'organiser' ? { viewer: by.viewer } : {};
  switch (form.get('intent')) {
    case 'cancel':
      await cancelRegistration(services, scope, by);
      return { said: 'cancelled' };
    case 'correct': {
      const { offer, values: before } = await loadRegistration(services, scope, edition);
      // an answer is not asked of who is written down by an organiser
      const questions = by.as === 'organiser' ? offer.questions.map((question) => ({ ...question, required: false })) : offer.questions;
      const typed = personValuesOf(form, '', questions);
      const values = { ...typed, id: before.id, category: by.as === 'organiser' ? typed.category : before.category };
      const again = (status: number, more: Partial<Refused>) => refused('correct', status, values, more);
      const parsed = parsePerson(values, questions, { emailRequired: false });
      if ('faults' in parsed) return again(422, parsed);
      const { givenName, familyName, organisationName, category, answers, function: role } = parsed.person;
      const details = {
        givenName,
        familyName,
        function: role,
        organisationName,
        organisationKind: guessOrganisationKind(organisationName),
      };
      const changed = await correctRegistration(services, scope, {
        ...{ revision: parseRevision(form.get('revision')) ?? 0, answers, ...viewer },
        details: by.as === 'organiser' ? { ...details, category } : details,
      });
      if (changed.ok) return { said: 'corrected' };
      return changed.reason === 'answers'
        ? again(422, { faults: faultsOfWish(changed, questions) })
        : again(409, { notice: refusalWords(changed.reason) });
    }
    case 'sessions': {
      const { offer, values: before } = await loadRegistration(services, scope, edition);
      const values = { ...before, meetingIds: personValuesOf(form, '', []).meetingIds };
      const overlaps = overlapsIn(form, offer.sessions, [values.meetingIds]);
      if (overlaps.length > 0) return refused('sessions', 422, values, { overlaps });
      const changed = await chooseSessions(services, scope, { edition, meetingIds: values.meetingIds, ...viewer });
      return changed.ok ? { said: 'sessions' } : refused('sessions', 409, values, { notice: refusalWords(changed.reason) });
    }
    default:
      return null;
  }
}

function refused(intent: Refused['intent'], status: number, values: PersonValues, more: Partial<Refused>): { refused: Refused } {
  return { refused: { intent, status, values, faults: {}, notice: null, overlaps: [], ...more } };
}

function refusalWords(reason: Exclude<Changed, { ok: true }>['reason']): string {
  switch (reason) {
    case 'withdrawn':
      return m.registrations_refused_withdrawn();
    case 'over':
      return m.registrations_closed_over();
    case 'session':
    case 'answers':
      return m.registrations_fault_session();
    case 'conflict':
      return m.registrations_refused_conflict();
  }
}

export function saidWords(said: string | null): string | null {
  if (said === 'corrected') return m.registrations_said_corrected();
  if (said === 'sessions') return m.registrations_said_sessions();
  return said === 'cancelled' ? m.registrations_said_cancelled() : null;
}
