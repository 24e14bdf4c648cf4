import type { MinutesState } from '#app/model/minutes.ts';
import type { Trx } from '#db/client.ts';

export interface HeldMinutes {
  id: string;
  state: MinutesState;
  approvedSha256: Buffer | null;
}

/** Makes the minutes of a meeting if there are none, and holds them until the transaction ends: changes of them go one at a time. */
export async function holdMinutes(trx: Trx, meetingId: string): Promise<HeldMinutes> {
  await trx
    .insertInto('minutes')
    .values({ meetingId })
    .onConflict((conflict) => conflict.column('meetingId').doNothing())
    .execute();
  return trx
    .selectFrom('minutes')
    .select(['id', 'state', 'approvedSha256'])
    .where('meetingId', '=', meetingId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function countOpenProposals(trx: Trx, minutesId: string): Promise<number> {
  const { open } = await trx
    .selectFrom('complements')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('minutesId', '=', minutesId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return open;
}

export interface StepToState {
  minutesId: string;
  state: MinutesState;
  /** Instant. */
  at: string;
  by: { personId: string; name: string };
  /** Of a publication. */
  number?: number;
  /** Of what was approved; forgotten with any other step. */
  approvedSha256?: Buffer;
}

/**
 * Brings minutes into a state and writes down who did; whatever review was open ends with it (its id is given), unless that
 * state is « in review ».
 */
export async function moveToState(
  trx: Trx,
  { minutesId, state, at, by, number, approvedSha256 }: StepToState,
): Promise<{ closedReview: string | null }> {
  const change = { state, stateAt: at, stateBy: by.personId, approvedSha256: approvedSha256 ?? null, updatedAt: at };
  await trx.updateTable('minutes').set(change).where('id', '=', minutesId).execute();
  await trx
    .insertInto('minutesSteps')
    .values({ minutesId, state, at, by: by.personId, byName: by.name, number: number ?? null })
    .execute();
  if (state === 'in_review') return { closedReview: null };
  const closed = await trx
    .updateTable('reviews')
    .set({ closedAt: at, closedBy: by.personId })
    .where('minutesId', '=', minutesId)
    .where('closedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return { closedReview: closed?.id ?? null };
}

/** Writes down that a version came out which left the minutes in the state that they were in: a note, a redaction. */
export async function noteVersionStep(
  trx: Trx,
  { minutesId, at, by, number }: Required<Pick<StepToState, 'minutesId' | 'at' | 'by' | 'number'>>,
): Promise<void> {
  const { state } = await trx.selectFrom('minutes').select('state').where('id', '=', minutesId).executeTakeFirstOrThrow();
  // of a draft that is being written anew, the version before stays the last step but one
  if (state !== 'published') return;
  await trx.insertInto('minutesSteps').values({ minutesId, state, at, by: by.personId, byName: by.name, number }).execute();
}
