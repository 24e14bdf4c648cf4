import { sql } from 'kysely';
import type { DateVote } from '#app/model/date-polls.ts';
import type { Trx } from '#db/client.ts';
import { stillAsked } from './still-asked.ts';

/** The ballot of a voter, so that what comes from two tabs is written one after the other; undefined: not asked any more. */
export async function lockVoter(trx: Trx, { pollId, voterId }: { pollId: string; voterId: string }) {
  return trx
    .selectFrom('datePollVoters')
    .innerJoin('datePolls', 'datePolls.id', 'datePollVoters.pollId')
    .select(['datePollVoters.id', 'datePollVoters.personId', 'datePollVoters.answeredAt', 'datePollVoters.comment'])
    .where('datePollVoters.pollId', '=', pollId)
    .where('datePollVoters.id', '=', voterId)
    .where(stillAsked())
    .forUpdate('datePollVoters')
    .executeTakeFirst();
}

export async function upsertVotes(
  trx: Trx,
  { pollId, voterId, votes, now }: { pollId: string; voterId: string; votes: readonly { optionId: string; vote: DateVote }[]; now: string },
): Promise<void> {
  if (votes.length === 0) return;
  await trx
    .insertInto('datePollVotes')
    .values(votes.map(({ optionId, vote }) => ({ pollId, voterId, optionId, vote, votedAt: now })))
    .onConflict((conflict) =>
      conflict
        .columns(['optionId', 'voterId'])
        .doUpdateSet((eb) => ({ vote: eb.ref('excluded.vote'), votedAt: eb.ref('excluded.votedAt') })),
    )
    .execute();
}

/** Writes down that a voter has answered (a comment alone is no answer), and their comment if one comes with it; the hour is that of the first answer. */
export async function markAnswered(
  trx: Trx,
  { voterId, now, comment, voted }: { voterId: string; now: string; comment: string | null; voted: boolean },
): Promise<void> {
  await trx
    .updateTable('datePollVoters')
    .set((eb) => ({
      ...(voted && { answeredAt: eb.fn.coalesce('answeredAt', sql<string>`${now}::timestamptz`) }),
      ...(comment !== null && { comment }),
    }))
    .where('id', '=', voterId)
    .execute();
}

/** The offered dates that a voter said something of. */
export async function listVotedDates(trx: Trx, { pollId, voterId }: { pollId: string; voterId: string }): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('datePollVotes')
    .select('optionId')
    .where('pollId', '=', pollId)
    .where('voterId', '=', voterId)
    .execute();
  return new Set(rows.map((row) => row.optionId));
}
