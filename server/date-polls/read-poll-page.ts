import {
  DATE_POLL_LIMITS,
  type DatePollState,
  type DateVote,
  datePollState,
  daysUntil,
  isPast,
  type OptionState,
  type PollDate,
} from '#app/model/date-polls.ts';
import { type LeadReason, type RankedDate, rankDates } from '#app/model/rank-dates.ts';
import type { DatePollScope, GuestDoorScope } from '#app/model/scope.ts';
import {
  countAnswers,
  type DatePollRow,
  findDatePoll,
  findVoterZone,
  listOptions,
  listVoters,
  listVoterZones,
  listVotes,
  type OptionRow,
  type VoterRow,
} from '#db/date-polls/read.ts';
import type { Services } from '#server/services.ts';
import { listRemindable } from './remind-voters.ts';

/** A poll as its page shows it to one who is asked, or organises it. */
export interface PollPageData {
  poll: PollFacts;
  counts: { answered: number; voters: number };
  /** The dates that are offered, in the order of time. */
  dates: ShownDate[];
  /** Why the first is first; null where others' votes are not shown. */
  lead: { reason: LeadReason; optionIds: string[] } | null;
  /** Those who answered, without the reader. */
  answers: ShownAnswer[];
  own: OwnBallot | null;
  organiser: OrganiserPart | null;
  readerZone: string | null;
  /** Other clocks of those who are asked, the most usual first. */
  otherZones: string[];
}

export type PollFacts = Omit<DatePollRow, 'id' | 'closedAt' | 'withdrawnAt' | 'settledAt' | 'createdBy' | 'onlineUrl'> & {
  state: DatePollState;
  daysLeft: number;
  online: boolean;
};

export interface ShownDate extends PollDate {
  id: string;
  /** It began: nobody can choose it any more. */
  past: boolean;
  leads: boolean;
  /** Null where others' votes are not shown. */
  tally: RankedDate | null;
}

export interface ShownAnswer {
  id: string;
  personId: string | null;
  name: string;
  organisationName: string;
  guest: boolean;
  required: boolean;
  comment: string;
  votes: Record<string, DateVote>;
}

export interface OwnBallot {
  name: string;
  personId: string | null;
  organisationName: string;
  comment: string;
  answered: boolean;
  votes: Record<string, DateVote>;
  /** Dates that nothing was said of yet. */
  left: PollDate[];
  /** Dates that the reader asked for. */
  proposals: (PollDate & { state: OptionState })[];
}

export interface OrganiserPart {
  /** Asked, and silent so far. */
  silent: {
    id: string;
    personId: string | null;
    name: string;
    organisationName: string;
    required: boolean;
    remindedAt: string | null;
    /** Whether a click reminds them now, or why not: they have no address, were written to within a day, or are who clicks. */
    remind: 'now' | 'no_address' | 'recent' | 'self';
  }[];
  /** Dates that voters ask for, and who does. */
  proposals: (PollDate & { id: string; by: string | null })[];
  /** How many become attendees of the meeting, and how many invitations leave. */
  invited: { people: number; reachable: number };
}

/** As many voters as a poll can have. */
const EVERYBODY = DATE_POLL_LIMITS.voters + DATE_POLL_LIMITS.guests;
const OTHER_ZONES = 4;

export async function readPollPage(services: Services, scope: DatePollScope): Promise<PollPageData> {
  const { db, clock } = services;
  const now = clock.now();
  const [row, options, voters, votes, counts, readerZone, zones, remindable] = await Promise.all([
    findDatePoll(db, scope),
    listOptions(db, scope),
    listVoters(db, scope, { limit: EVERYBODY }),
    listVotes(db, scope),
    countAnswers(db, scope),
    findVoterZone(db, scope),
    listVoterZones(db, scope, { limit: OTHER_ZONES }),
    scope.can.organise ? listRemindable(db, scope.pollId, now, scope) : [],
  ]);
  const offered = options.filter((option) => option.state === 'offered');
  const counted = voters.filter((voter) => voter.cameAs !== 'guest' || voter.answeredAt !== null);
  const ranking = scope.can.seeVotes ? rankDates({ optionIds: offered.map((option) => option.id), voters: counted, votes }, row) : null;
  const votesOf = (voterId: string) =>
    Object.fromEntries(votes.filter((vote) => vote.voterId === voterId).map((vote) => [vote.optionId, vote.vote]));
  const own = voters.find((voter) => voter.id === scope.voterId);
  return {
    poll: factsOf(row, now),
    counts,
    dates: offered.map(({ id, day, starts }) => ({
      ...{ id, day, starts, past: isPast({ day, starts }, row.timeZone, now) },
      leads: ranking?.leaders.includes(id) ?? false,
      tally: ranking?.dates.find((date) => date.optionId === id) ?? null,
    })),
    lead: ranking && { reason: ranking.reason, optionIds: ranking.leaders },
    answers: voters
      .filter((voter) => voter.answeredAt !== null && voter.id !== scope.voterId)
      .map((voter) => asAnswer(voter, votesOf(voter.id))),
    own: own ? ballotOf(own, votesOf(own.id), options) : null,
    organiser: scope.can.organise ? organiserPart(counted, options, { voterId: scope.voterId, remindable }) : null,
    readerZone,
    otherZones: zones.filter((zone) => zone !== row.timeZone),
  };
}

/** What a guest sees before they have a ballot: the question and its dates. */
export async function readGuestDoor(services: Services, door: GuestDoorScope) {
  const [row, options] = await Promise.all([findDatePoll(services.db, door), listOptions(services.db, door)]);
  return { poll: factsOf(row, services.clock.now()), dates: options.map(({ id, day, starts }) => ({ id, day, starts })) };
}

function factsOf(
  { id: _, closedAt, withdrawnAt, settledAt, createdBy: __, onlineUrl, ...row }: DatePollRow,
  now: Temporal.Instant,
): PollFacts {
  const { deadline, timeZone } = row;
  return {
    ...row,
    ...{ state: datePollState({ deadline, timeZone, closedAt, withdrawnAt, settledAt }, now), online: onlineUrl !== '' },
    daysLeft: daysUntil(deadline, timeZone, now),
  };
}

function asAnswer(
  { id, personId, name, organisationName, cameAs, required, comment }: VoterRow,
  votes: Record<string, DateVote>,
): ShownAnswer {
  return { id, personId, name, organisationName, guest: cameAs === 'guest', required, comment, votes };
}

function ballotOf(voter: VoterRow, votes: Record<string, DateVote>, options: readonly OptionRow[]): OwnBallot {
  const { id, name, personId, organisationName, comment, answeredAt } = voter;
  const date = ({ day, starts }: OptionRow) => ({ day, starts });
  return {
    ...{ name, personId, organisationName, comment, answered: answeredAt !== null, votes },
    left: options.filter((option) => option.state === 'offered' && !(option.id in votes)).map(date),
    proposals: options.filter((option) => option.proposedBy === id).map((option) => ({ ...date(option), state: option.state })),
  };
}

function organiserPart(
  voters: readonly VoterRow[],
  options: readonly OptionRow[],
  { voterId, remindable }: { voterId: string | null; remindable: readonly { voterId: string }[] },
): OrganiserPart {
  const now = new Set(remindable.map((voter) => voter.voterId));
  const remindOf = ({ id, reachable }: VoterRow) => (id === voterId ? 'self' : !reachable ? 'no_address' : now.has(id) ? 'now' : 'recent');
  return {
    silent: voters
      .filter((voter) => voter.answeredAt === null)
      .map((voter) => {
        const { id, personId, name, organisationName, required, remindedAt } = voter;
        return { id, personId, name, organisationName, required, remindedAt, remind: remindOf(voter) };
      }),
    proposals: options
      .filter((option) => option.state === 'proposed')
      .map(({ id, day, starts, proposedBy }) => ({ id, day, starts, by: voters.find((voter) => voter.id === proposedBy)?.name ?? null })),
    invited: { people: voters.length, reachable: voters.filter((voter) => voter.reachable).length },
  };
}
