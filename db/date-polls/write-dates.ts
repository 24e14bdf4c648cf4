import { sql } from 'kysely';
import type { OptionState, PollDate } from '#app/model/date-polls.ts';
import type { Trx } from '#db/client.ts';
import { hourOf, type OptionRow } from './read.ts';

/** Adds dates to a poll; those that are there already stay as they are. Returns the ids of the new ones. */
export async function insertDates(
  trx: Trx,
  {
    pollId,
    dates,
    state,
    proposedBy,
    now,
  }: { pollId: string; dates: readonly PollDate[]; state: OptionState; proposedBy: string | null; now: string },
): Promise<string[]> {
  if (dates.length === 0) return [];
  const rows = await trx
    .insertInto('datePollOptions')
    .values(dates.map(({ day, starts }) => ({ pollId, day, starts, state, proposedBy, createdAt: now })))
    .onConflict((conflict) => conflict.columns(['pollId', 'day', 'starts']).doNothing())
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Every date of a poll that is held, whatever became of it. */
export async function listAllDates(trx: Trx, pollId: string): Promise<OptionRow[]> {
  return trx
    .selectFrom('datePollOptions')
    .select(['id', 'day', 'state', 'proposedBy'])
    .select(hourOf.as('starts'))
    .where('pollId', '=', pollId)
    .orderBy('day')
    .orderBy('starts', (order) => order.asc().nullsFirst())
    .execute();
}

export async function setDateState(
  trx: Trx,
  { pollId, optionId, state }: { pollId: string; optionId: string; state: OptionState },
): Promise<void> {
  await trx.updateTable('datePollOptions').set({ state }).where('pollId', '=', pollId).where('id', '=', optionId).execute();
}

/** Takes a date away with what was said of it. */
export async function deleteDate(trx: Trx, { pollId, optionId }: { pollId: string; optionId: string }): Promise<void> {
  await trx.deleteFrom('datePollOptions').where('pollId', '=', pollId).where('id', '=', optionId).execute();
}

/** How many dates a voter has asked for. */
export async function countProposals(trx: Trx, { pollId, voterId }: { pollId: string; voterId: string }): Promise<number> {
  const row = await trx
    .selectFrom('datePollOptions')
    .select(sql<number>`count(*)`.as('count'))
    .where('pollId', '=', pollId)
    .where('proposedBy', '=', voterId)
    .executeTakeFirstOrThrow();
  return row.count;
}
