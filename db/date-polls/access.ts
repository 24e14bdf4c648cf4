import type { VotesShownTo } from '#app/model/date-polls.ts';
import type { MembershipRole } from '#app/model/groups.ts';
import type { Executor } from '#db/client.ts';
import { stillAsked } from './still-asked.ts';

// What gates ask before there is a scope. Only server/*/access.ts imports this file.

export interface PollForAccess {
  id: string;
  groupId: string;
  groupSlug: string;
  votesShownTo: VotesShownTo;
}

export async function findPollForAccess(db: Executor, by: { slug: string } | { id: string }): Promise<PollForAccess | undefined> {
  const query = db
    .selectFrom('datePolls')
    .innerJoin('groups', 'groups.id', 'datePolls.groupId')
    .select(['datePolls.id', 'datePolls.groupId', 'groups.slug as groupSlug', 'datePolls.votesShownTo']);
  return ('slug' in by ? query.where('datePolls.slug', '=', by.slug) : query.where('datePolls.id', '=', by.id)).executeTakeFirst();
}

/** What ties somebody to a poll: their place in its group, and their ballot while they are asked. */
export async function findPollTies(
  db: Executor,
  { pollId, groupId, personId }: { pollId: string; groupId: string; personId: string },
): Promise<{ role: MembershipRole | null; voterId: string | null }> {
  const [membership, voter] = await Promise.all([
    db.selectFrom('memberships').select('role').where('groupId', '=', groupId).where('personId', '=', personId).executeTakeFirst(),
    asked(db).where('datePollVoters.pollId', '=', pollId).where('datePollVoters.personId', '=', personId).executeTakeFirst(),
  ]);
  return { role: membership?.role ?? null, voterId: voter?.voterId ?? null };
}

/** The poll of a voter who is still asked. */
export async function findPollOfVoter(
  db: Executor,
  voterId: string,
): Promise<(PollForAccess & { voterId: string; personId: string | null }) | undefined> {
  return asked(db).where('datePollVoters.id', '=', voterId).executeTakeFirst();
}

function asked(db: Executor) {
  return db
    .selectFrom('datePollVoters')
    .innerJoin('datePolls', 'datePolls.id', 'datePollVoters.pollId')
    .innerJoin('groups', 'groups.id', 'datePolls.groupId')
    .select(['datePolls.id', 'datePolls.groupId', 'groups.slug as groupSlug', 'datePolls.votesShownTo'])
    .select(['datePollVoters.id as voterId', 'datePollVoters.personId'])
    .where(stillAsked());
}
