import { LIVE_POLL_LIMITS, NO_VOTES, type OwnVotes } from '#app/model/live-polls.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

/** What one person chose in a meeting's latest polls, and which proposals they support: for themselves only. */
export async function readOwnVotes(db: Executor, scope: MeetingScope, personId: string): Promise<OwnVotes> {
  if (!scope.can.readNotes) return NO_VOTES;
  const { meetingId } = scope;
  const [votes, supports] = await Promise.all([
    db
      .selectFrom('livePollVotes')
      .innerJoin('livePolls', 'livePolls.id', 'livePollVotes.pollId')
      .select(['pollId', 'optionId'])
      .where('personId', '=', personId)
      .where('meetingId', '=', meetingId)
      .orderBy('openedAt', 'desc')
      .limit(LIVE_POLL_LIMITS.shown + 1)
      .execute(),
    db
      .selectFrom('proposalSupports')
      .select('blockId')
      .where('meetingId', '=', meetingId)
      .where('personId', '=', personId)
      .orderBy('blockId')
      .limit(1000)
      .execute(),
  ]);
  return {
    votes: Object.fromEntries(votes.map(({ pollId, optionId }) => [pollId, optionId])),
    supports: supports.map(({ blockId }) => blockId),
  };
}
