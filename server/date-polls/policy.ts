import type { VotesShownTo } from '#app/model/date-polls.ts';
import type { MembershipRole } from '#app/model/groups.ts';
import type { DatePollScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';

export interface PollTies {
  role: MembershipRole | null;
  /** Their ballot, while they are asked. */
  voterId: string | null;
}

/** Organisers of the group, and those who are asked; membership alone shows no poll. */
export function maySeePoll(viewer: Viewer, ties: PollTies): boolean {
  return organises(viewer, ties) || ties.voterId !== null;
}

/** Organisers see and change everything; voters see one another's votes where the poll says so. */
export function pollAbilities(viewer: Viewer, poll: { votesShownTo: VotesShownTo }, ties: PollTies): DatePollScope['can'] {
  const organise = organises(viewer, ties);
  return { organise, seeVotes: organise || poll.votesShownTo === 'voters' };
}

function organises(viewer: Viewer, { role }: PollTies): boolean {
  return viewer.networkOrganiser || role === 'organiser';
}
