import { sql } from 'kysely';
import type { OrganisationKind } from '#app/model/directory.ts';
import type { Language } from '#app/model/language.ts';
import type { Answer, RegistrationCategory, RegistrationOrigin } from '#app/model/registrations.ts';
import type { Trx } from '#db/client.ts';

/** What is written about somebody; changing it changes no place. */
export interface RegistrationDetails {
  category: RegistrationCategory;
  givenName: string;
  familyName: string;
  nameKey: string;
  function: string;
  organisationName: string;
  organisationKind: OrganisationKind;
  language: Language;
}

export interface NewRegistration extends RegistrationDetails {
  id: string;
  editionId: string;
  delegationId?: string;
  personId: string | null;
  email: string | null;
  cameAs: RegistrationOrigin;
  badgeCode: string;
}

/** Writes somebody down as waiting, at the end of the queue; null: the address, the person or the form is there already. */
export async function insertRegistration(trx: Trx, registration: NewRegistration): Promise<string | null> {
  const row = await trx
    .insertInto('registrations')
    .values({ ...registration, state: 'waiting' })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Somebody who had withdrawn asks again: at the end of the queue, as whoever they say they are now. */
export async function reviveRegistration(
  trx: Trx,
  registrationId: string,
  { delegationId = null, ...details }: RegistrationDetails & { cameAs: RegistrationOrigin; delegationId?: string | null },
): Promise<void> {
  await trx
    .updateTable('registrations')
    .set({ ...details, delegationId, state: 'waiting', cancelledAt: null, promotedAt: null })
    .set({ queueNumber: sql`nextval('registration_queue')`, revision: sql`revision + 1` })
    .where('id', '=', registrationId)
    .execute();
}

/** Changes what is written about somebody; false: the row changed since `revision` was read. */
export async function updateRegistration(
  trx: Trx,
  { registrationId, revision, details }: { registrationId: string; revision: number; details: Partial<RegistrationDetails> },
): Promise<boolean> {
  const result = await trx
    .updateTable('registrations')
    .set({ ...details, revision: revision + 1 })
    .where('id', '=', registrationId)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Withdraws; gives up the places of sessions too. False: was withdrawn already. */
export async function cancelRow(trx: Trx, registrationId: string, now: string): Promise<boolean> {
  const result = await trx
    .updateTable('registrations')
    .set({ state: 'cancelled', cancelledAt: now, revision: sql`revision + 1` })
    .where('id', '=', registrationId)
    .where('state', '!=', 'cancelled')
    .executeTakeFirst();
  await trx.deleteFrom('sessionRegistrations').where('registrationId', '=', registrationId).execute();
  return result.numUpdatedRows > 0n;
}

/** A place without regard to who waits or how many there are: at the door, or by an organiser who knows. */
export async function seatRow(trx: Trx, registrationId: string, now: string): Promise<boolean> {
  const result = await trx
    .updateTable('registrations')
    .set({ state: 'registered', cancelledAt: null, promotedAt: now, revision: sql`revision + 1` })
    .where('id', '=', registrationId)
    .where('state', '!=', 'registered')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The same in one session. */
export async function seatInSession(
  trx: Trx,
  { registrationId, meetingId }: { registrationId: string; meetingId: string },
): Promise<boolean> {
  const result = await trx
    .updateTable('sessionRegistrations')
    .set({ state: 'registered' })
    .where('registrationId', '=', registrationId)
    .where('meetingId', '=', meetingId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The sessions that somebody wants: those that stay keep their place in the queue. */
export async function setSessions(trx: Trx, registrationId: string, meetingIds: readonly string[]): Promise<void> {
  await trx
    .deleteFrom('sessionRegistrations')
    .where('registrationId', '=', registrationId)
    .where((eb) => eb.not(eb('meetingId', '=', eb.fn.any(eb.val([...meetingIds])))))
    .execute();
  if (meetingIds.length === 0) return;
  await trx
    .insertInto('sessionRegistrations')
    .values(meetingIds.map((meetingId) => ({ registrationId, meetingId, state: 'waiting' as const })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What somebody answers to the questions that are asked now; answers to removed ones stay. */
export async function setAnswers(
  trx: Trx,
  registrationId: string,
  answers: readonly Answer[],
  questionIds: readonly string[],
): Promise<void> {
  if (questionIds.length > 0)
    await trx
      .deleteFrom('registrationAnswers')
      .where('registrationId', '=', registrationId)
      .where('questionId', 'in', [...questionIds])
      .execute();
  const given = answers.filter(({ words, chosen }) => words !== '' || chosen.length > 0);
  if (given.length === 0) return;
  await trx
    .insertInto('registrationAnswers')
    .values(given.map((answer) => ({ registrationId, ...answer })))
    .execute();
}

/** Forgets what all who registered answered; who they are and where they go stays. Gives how many answers there were. */
export async function eraseAnswers(trx: Trx, { editionId, now }: { editionId: string; now: string }): Promise<number> {
  const result = await trx
    .deleteFrom('registrationAnswers')
    .where('questionId', 'in', (eb) => eb.selectFrom('registrationQuestions').select('id').where('editionId', '=', editionId))
    .executeTakeFirst();
  await trx.updateTable('registrationSettings').set({ answersErasedAt: now }).where('editionId', '=', editionId).execute();
  return Number(result.numDeletedRows);
}

/** Ties a registration to somebody of the directory; another registration of that person in the edition wins (false). */
export async function tieToPerson(trx: Trx, { registrationId, personId }: { registrationId: string; personId: string }): Promise<boolean> {
  const result = await trx
    .updateTable('registrations')
    .set({ personId })
    .where('id', '=', registrationId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('registrations as other')
            .select('other.id')
            .whereRef('other.editionId', '=', 'registrations.editionId')
            .where('other.personId', '=', personId)
            .whereRef('other.id', '!=', 'registrations.id'),
        ),
      ),
    )
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
