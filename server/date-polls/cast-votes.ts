import { DATE_POLL_LIMITS, type DateVote } from '#app/model/date-polls.ts';
import { recordAudit } from '#db/audit/write.ts';
import { isNewGuest } from '#db/date-polls/guests.ts';
import { listOptions, listVotes } from '#db/date-polls/read.ts';
import { countVoters } from '#db/date-polls/voters.ts';
import { listAllDates } from '#db/date-polls/write-dates.ts';
import { listVotedDates, lockVoter, markAnswered, upsertVotes } from '#db/date-polls/write-votes.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { BallotScope } from './access.ts';
import { holdPoll, type NotOpen, notOpen } from './hold-poll.ts';

export interface BallotCast {
  /** The dates that somebody says something (else) of; the others stay as they are. */
  votes: readonly { optionId: string; vote: DateVote }[];
  /** Clean (cleanText), within DATE_POLL_LIMITS; null: nothing is said of it. */
  comment: string | null;
}

export type CastBallot =
  /** `gone`: dates that were taken away meanwhile; the others are written. `left`: dates that nothing was said of yet. */
  | { ok: true; gone: number; left: string[] }
  /** `gone`: taken off the list since. `full`: as many guests answered as a poll takes, before this one did. */
  | { ok: false; reason: 'gone' | 'full' }
  | NotOpen;

/**
 * Writes what a voter says of the dates, over what they said before. Votes and the organisers' changes wait for one another,
 * so none is taken after the deadline was moved or the poll closed.
 */
export async function castVotes(services: Services, scope: BallotScope, cast: BallotCast): Promise<CastBallot> {
  const { pollId, voterId } = scope;
  return inTransaction<CastBallot>(services.db, async (trx) => {
    // the first answer of a guest takes a place: one after the other, so that no two take the last
    const newGuest = await isNewGuest(trx, voterId);
    const poll = await holdPoll(trx, services, pollId, newGuest ? 'update' : 'share');
    const refused = notOpen(poll.state);
    if (refused) return refused;
    const voter = await lockVoter(trx, { pollId, voterId });
    if (!voter) return { ok: false, reason: 'gone' };
    if (newGuest && voter.answeredAt === null && (await countVoters(trx, pollId)).guests >= DATE_POLL_LIMITS.guests)
      return { ok: false, reason: 'full' };
    const now = services.clock.now().toString();
    const offered = (await listAllDates(trx, pollId)).filter((option) => option.state === 'offered').map((option) => option.id);
    const votes = cast.votes.filter((vote) => offered.includes(vote.optionId));
    await upsertVotes(trx, { pollId, voterId, votes, now });
    const comment = poll.comments ? cast.comment : null;
    if (votes.length > 0 || comment !== null) await markAnswered(trx, { voterId, now, comment, voted: votes.length > 0 });
    await recordAudit(trx, {
      ...{ personId: voter.personId, action: 'date_poll.vote', subjectType: 'date_poll', subjectId: pollId },
      detail: { voterId, votes: votes.length },
    });
    const said = await listVotedDates(trx, { pollId, voterId });
    return { ok: true, gone: cast.votes.length - votes.length, left: offered.filter((id) => !said.has(id)) };
  });
}

/**
 * « Aucune ne me convient »: no to every date that is offered. What the voter said before would be lost, so unless they
 * `confirmed` it, a ballot that holds another word than no is left as it is, and they are asked.
 */
export async function refuseAllDates(
  services: Services,
  scope: BallotScope,
  { confirmed }: { confirmed: boolean },
): Promise<CastBallot | { ok: false; reason: 'has_votes'; count: number }> {
  const [options, own] = await Promise.all([
    listOptions(services.db, scope),
    listVotes(services.db, { ...scope, can: { organise: false, seeVotes: false } }),
  ]);
  const count = own.filter((vote) => vote.vote !== 'no').length;
  if (count > 0 && !confirmed) return { ok: false, reason: 'has_votes', count };
  const offered = options.filter((option) => option.state === 'offered');
  return castVotes(services, scope, { votes: offered.map(({ id }) => ({ optionId: id, vote: 'no' as const })), comment: null });
}
