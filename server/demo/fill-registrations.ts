import type { Viewer } from '#app/model/viewer.ts';
import { crowdOf } from '#db/demo/edition-2023/crowd.ts';
import { FULL_SESSION, QUESTIONS, REGISTERED } from '#db/demo/edition-next.ts';
import { demoAddressOf } from '#db/demo/network.ts';
import { holdPlaces } from '#db/registrations/places.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import { changeQuestions, changeSettings } from '#server/registrations/change-settings.ts';
import { givePlaces } from '#server/registrations/give-places.ts';
import { readOffer, writeDown } from '#server/registrations/write-down.ts';
import type { Services } from '#server/services.ts';

/** Another crowd than the one of 2023. */
const SEED = 20_270_208;

interface Filling {
  opensOn: string;
  closesOn: string;
  /** By title. */
  meetings: ReadonlyMap<string, string>;
}

/**
 * Registrations of an edition to come: open, with questions of its organisers, some people, and one session that more ask for
 * than it holds. They are written down as organisers do it on paper: nobody of the demo is written to.
 */
export async function fillRegistrations(
  services: Services,
  by: { scope: OrganisedEdition; viewer: Viewer },
  { opensOn, closesOn, meetings }: Filling,
): Promise<void> {
  const settings = {
    ...{ opensOn, closesOn, capacity: 400, takesSessions: true },
    categories: ['member', 'partner', 'speaker', 'press'] as const,
    information: 'L’inscription est gratuite pour les adhérents. Une pièce d’identité est demandée à l’entrée.',
  };
  const changed = await changeSettings(services, { ...by, revision: 0, settings: { ...settings, categories: [...settings.categories] } });
  if (!changed.ok) throw new Error(`The demo could not open registrations: ${changed.reason}.`);
  const questions = QUESTIONS.map((question) => ({ ...question, id: crypto.randomUUID(), options: [...question.options] }));
  for (const question of questions) await changeQuestions(services, { ...by, change: { what: 'add', question } });
  const full = meetings.get(FULL_SESSION.title) ?? '';
  const { editionId } = by.scope;
  const listeners = crowdOf(SEED).filter(({ key, cameAs }) => key === null && cameAs !== 'walk_in');
  await inTransaction(services.db, async (trx) => {
    const offer = await readOffer(trx, by.scope, await holdPlaces(trx, editionId));
    const others = offer.sessions.map(({ meetingId }) => meetingId).filter((id) => id !== full);
    const quiet: string[] = [];
    for (const [index, one] of listeners.slice(0, REGISTERED).entries()) {
      const id = crypto.randomUUID();
      const answers = questions
        .filter(({ options }) => options.length > 0)
        .map(({ id: questionId, options }) => ({ questionId, words: '', chosen: [options[index % options.length] ?? ''] }));
      const wish = {
        ...{ id, category: one.category, givenName: one.givenName, familyName: one.familyName, function: one.function, answers },
        ...{ organisationName: one.organisation[0], organisationKind: one.organisation[1], language: 'fr' as const },
        email: demoAddressOf(one.givenName, one.familyName),
        meetingIds: [...(index % 3 === 0 && index / 3 < FULL_SESSION.asked ? [full] : []), others[index % others.length] ?? ''].filter(
          Boolean,
        ),
      };
      await writeDown(trx, offer, wish, { cameAs: 'organiser' });
      quiet.push(id);
    }
    await givePlaces(trx, services, { editionId, quiet });
  });
}
