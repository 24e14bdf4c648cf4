import { type Question, REGISTRATION_LIMITS } from '#app/model/registrations.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { holdPlaces } from '#db/registrations/places.ts';
import { listQuestions } from '#db/registrations/read-settings.ts';
import { eraseAnswers } from '#db/registrations/write.ts';
import {
  insertQuestion,
  orderQuestions,
  removeQuestion,
  type SettingsToWrite,
  updateQuestion,
  updateSettings,
} from '#db/registrations/write-settings.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import type { Services } from '#server/services.ts';
import { givePlaces } from './give-places.ts';

interface Asked {
  viewer: Viewer;
  scope: OrganisedEdition;
}

export type SettingsChanged = { ok: true } | { ok: false; reason: 'conflict' };

/** Changes days, capacity, categories and information; places that a greater capacity frees go to whoever waits. `revision` 0: none were written. */
export async function changeSettings(
  services: Services,
  { viewer, scope, revision, settings }: Asked & { revision: number; settings: SettingsToWrite },
): Promise<SettingsChanged> {
  const { editionId } = scope;
  return inTransaction<SettingsChanged>(services.db, async (trx) => {
    const before = await holdPlaces(trx, editionId);
    // the row that holds the places is there from the first time that anybody asked, as revision 1
    if (Math.max(revision, 1) !== before.revision) return { ok: false, reason: 'conflict' };
    await updateSettings(trx, editionId, settings);
    const { information: _, ...detail } = settings;
    await audit(trx, { viewer, scope }, 'registration.settings', detail);
    await givePlaces(trx, services, { editionId });
    return { ok: true };
  });
}

export type QuestionChange =
  | { what: 'add'; question: Question }
  | { what: 'word'; question: Omit<Question, 'kind'> }
  | { what: 'remove'; id: string }
  /** One place earlier or later. */
  | { what: 'move'; id: string; by: 1 | -1 };

export type QuestionsChanged = { ok: true } | { ok: false; reason: 'too_many' };

/** Adds, words, orders or removes a question of the organisers' own. */
export async function changeQuestions(
  services: Services,
  { viewer, scope, change }: Asked & { change: QuestionChange },
): Promise<QuestionsChanged> {
  const { editionId } = scope;
  return inTransaction<QuestionsChanged>(services.db, async (trx) => {
    await holdPlaces(trx, editionId);
    const questions = await listQuestions(trx, scope);
    const known = change.what === 'add' && questions.some(({ id }) => id === change.question.id);
    if (change.what === 'add' && !known && questions.length >= REGISTRATION_LIMITS.questions) return { ok: false, reason: 'too_many' };
    if (change.what === 'add') await insertQuestion(trx, editionId, change.question);
    if (change.what === 'word') await updateQuestion(trx, editionId, change.question);
    if (change.what === 'remove') await removeQuestion(trx, { editionId, id: change.id, now: services.clock.now().toString() });
    if (change.what === 'move') {
      const ids = questions.map(({ id }) => id);
      const from = ids.indexOf(change.id);
      const to = from + change.by;
      if (from < 0 || to < 0 || to >= ids.length) return { ok: true };
      ids.splice(to, 0, ...ids.splice(from, 1));
      await orderQuestions(trx, editionId, ids);
    }
    await audit(trx, { viewer, scope }, 'registration.question', { what: change.what });
    return { ok: true };
  });
}

/** Forgets all answers for good, once the edition is over; who registered stays. */
export async function forgetAnswers(
  services: Services,
  { viewer, scope }: Asked,
): Promise<{ ok: true; erased: number } | { ok: false; reason: 'early' }> {
  const { editionId } = scope;
  return inTransaction(services.db, async (trx) => {
    const edition = await holdPlaces(trx, editionId);
    const now = services.clock.now();
    const over = now.toZonedDateTimeISO(edition.timeZone).toPlainDate().toString() > edition.endsOn;
    if (!over) return { ok: false as const, reason: 'early' as const };
    const erased = await eraseAnswers(trx, { editionId, now: now.toString() });
    await audit(trx, { viewer, scope }, 'registration.erase_answers', { erased });
    return { ok: true as const, erased };
  });
}

async function audit(trx: Trx, { viewer, scope }: Asked, action: string, detail: Record<string, unknown>): Promise<void> {
  await recordAudit(trx, { personId: viewer.personId, action, subjectType: 'edition', subjectId: scope.editionId, detail });
}
