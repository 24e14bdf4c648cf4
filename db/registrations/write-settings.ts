import { sql } from 'kysely';
import type { Question, RegistrationCategory } from '#app/model/registrations.ts';
import type { Trx } from '#db/client.ts';

export interface SettingsToWrite {
  opensOn: string | null;
  closesOn: string | null;
  capacity: number | null;
  categories: RegistrationCategory[];
  takesSessions: boolean;
  information: string;
}

/** Writes how an edition takes registrations; needs the places held, so that nobody registers by what changes here. */
export async function updateSettings(trx: Trx, editionId: string, settings: SettingsToWrite): Promise<void> {
  await trx
    .updateTable('registrationSettings')
    .set({ ...settings, revision: sql`revision + 1` })
    .where('editionId', '=', editionId)
    .execute();
}

/** Adds a question after the others; the same form sent twice adds one. */
export async function insertQuestion(trx: Trx, editionId: string, question: Question): Promise<void> {
  await trx
    .insertInto('registrationQuestions')
    .values((eb) => ({
      ...question,
      editionId,
      position: sql<number>`(select coalesce(max(position) + 1, 0) from registration_questions where edition_id = ${eb.val(editionId)})`,
    }))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Words a question otherwise; its kind stays, since answers to it may be there. */
export async function updateQuestion(
  trx: Trx,
  editionId: string,
  { id, label, hint, required, options }: Omit<Question, 'kind'>,
): Promise<void> {
  await trx
    .updateTable('registrationQuestions')
    .set({ label, hint, required, options })
    .where('id', '=', id)
    .where('editionId', '=', editionId)
    .execute();
}

/** Asks it no more; its answers stay. */
export async function removeQuestion(trx: Trx, { editionId, id, now }: { editionId: string; id: string; now: string }): Promise<void> {
  await trx
    .updateTable('registrationQuestions')
    .set({ removedAt: now })
    .where('id', '=', id)
    .where('editionId', '=', editionId)
    .where('removedAt', 'is', null)
    .execute();
}

/** Puts the questions in this order. */
export async function orderQuestions(trx: Trx, editionId: string, ids: readonly string[]): Promise<void> {
  for (const [position, id] of ids.entries())
    await trx.updateTable('registrationQuestions').set({ position }).where('id', '=', id).where('editionId', '=', editionId).execute();
}
