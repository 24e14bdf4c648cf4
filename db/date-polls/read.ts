import { sql } from 'kysely';
import type { DatePollFacts, DateVote, OptionState, PollDate, VoterOrigin, VotesShownTo } from '#app/model/date-polls.ts';
import type { MeetingStatus } from '#app/model/meetings.ts';
import type { DatePollScope, GuestDoorScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { counted, stillAsked } from './still-asked.ts';

export interface DatePollRow extends DatePollFacts {
  id: string;
  slug: string;
  groupSlug: string;
  groupName: string;
  question: string;
  title: string;
  message: string;
  durationMinutes: number;
  placeName: string;
  placeAddress: string;
  onlineUrl: string;
  minOrganisations: number;
  votesShownTo: VotesShownTo;
  comments: boolean;
  revision: number;
  createdBy: string | null;
  settledOptionId: string | null;
  /** The meeting that it became. */
  meetingSlug: string | null;
  meetingStatus: MeetingStatus | null;
}

export async function findDatePoll(db: Executor, scope: DatePollScope | GuestDoorScope): Promise<DatePollRow> {
  return db
    .selectFrom('datePolls')
    .innerJoin('groups', 'groups.id', 'datePolls.groupId')
    .leftJoin('meetings', 'meetings.id', 'datePolls.meetingId')
    .select(['datePolls.id', 'datePolls.slug', 'groups.slug as groupSlug', 'groups.name as groupName'])
    .select(['datePolls.question', 'datePolls.title', 'datePolls.message', 'datePolls.durationMinutes', 'datePolls.timeZone'])
    .select(['datePolls.placeName', 'datePolls.placeAddress', 'datePolls.onlineUrl', 'datePolls.deadline', 'datePolls.minOrganisations'])
    .select(['datePolls.votesShownTo', 'datePolls.comments', 'datePolls.revision', 'datePolls.createdBy', 'datePolls.settledOptionId'])
    .select([
      'datePolls.closedAt',
      'datePolls.withdrawnAt',
      'datePolls.settledAt',
      'meetings.slug as meetingSlug',
      'meetings.status as meetingStatus',
    ])
    .where('datePolls.id', '=', scope.pollId)
    .executeTakeFirstOrThrow();
}

/** 'HH:MM', as the model writes hours. */
export const hourOf = sql<string | null>`to_char(date_poll_options.starts, 'HH24:MI')`;

export interface OptionRow extends PollDate {
  id: string;
  state: OptionState;
  /** The voter who asked for it. */
  proposedBy: string | null;
}

/** The dates of a poll in the order of time; those that wait for a decision, or were not taken up, for organisers and who asked for them. */
export async function listOptions(db: Executor, scope: DatePollScope | GuestDoorScope): Promise<OptionRow[]> {
  const query = db
    .selectFrom('datePollOptions')
    .select(['id', 'day', 'state', 'proposedBy'])
    .select(hourOf.as('starts'))
    .where('pollId', '=', scope.pollId)
    .orderBy('day')
    .orderBy('starts', (order) => order.asc().nullsFirst())
    .limit(200);
  if ('can' in scope && scope.can.organise) return query.execute();
  const voterId = 'voterId' in scope ? scope.voterId : null;
  return query.where((eb) => eb.or([eb('state', '=', 'offered'), ...(voterId ? [eb('proposedBy', '=', voterId)] : [])])).execute();
}

export interface VoterRow {
  id: string;
  personId: string | null;
  name: string;
  /** '' when only one name is known. */
  givenName: string;
  organisationName: string;
  cameAs: VoterOrigin;
  required: boolean;
  comment: string;
  /** Instants. */
  askedAt: string;
  remindedAt: string | null;
  answeredAt: string | null;
  /** Whether a mail reaches them. */
  reachable: boolean;
}

const nameOf = sql<string>`trim(coalesce(people.given_name, date_poll_voters.given_name) || ' ' || coalesce(people.family_name, date_poll_voters.family_name))`;

/**
 * Who is asked, those who answered first, in the order in which they did; to voters of a poll whose votes only organisers
 * see, nobody but themselves.
 */
export async function listVoters(db: Executor, scope: DatePollScope, { limit }: { limit: number }): Promise<VoterRow[]> {
  const query = db
    .selectFrom('datePollVoters')
    .innerJoin('datePolls', 'datePolls.id', 'datePollVoters.pollId')
    .leftJoin('people', 'people.id', 'datePollVoters.personId')
    .leftJoin('organisations', 'organisations.id', 'people.organisationId')
    .select(['datePollVoters.id', 'datePollVoters.personId', 'datePollVoters.cameAs', 'datePollVoters.required'])
    .select(['datePollVoters.comment', 'datePollVoters.askedAt', 'datePollVoters.remindedAt', 'datePollVoters.answeredAt'])
    .select(sql<string>`coalesce(people.given_name, date_poll_voters.given_name)`.as('givenName'))
    .select([nameOf.as('name'), sql<string>`coalesce(organisations.name, date_poll_voters.organisation_name)`.as('organisationName')])
    .select(sql<boolean>`date_poll_voters.person_id is null or people.email is not null`.as('reachable'))
    .where('datePollVoters.pollId', '=', scope.pollId)
    .where(stillAsked())
    .orderBy('datePollVoters.answeredAt', (order) => order.asc().nullsLast())
    .orderBy('people.familyName')
    .orderBy('datePollVoters.id')
    .limit(limit);
  if (!scope.can.organise && !scope.can.seeVotes) return query.where('datePollVoters.id', '=', scope.voterId).execute();
  if (!scope.can.organise) return query.where((eb) => eb.or([counted(), eb('datePollVoters.id', '=', scope.voterId)])).execute();
  // a guest who asks for a date is named beside it; one whose address is only typed would take the place of those who are asked
  const proposed = sql<boolean>`exists (select from date_poll_options where date_poll_options.proposed_by = date_poll_voters.id)`;
  return query.where((eb) => eb.or([counted(), proposed, eb('datePollVoters.id', '=', scope.voterId)])).execute();
}

export interface VoteRow {
  voterId: string;
  optionId: string;
  vote: DateVote;
}

/** The votes on the offered dates of those who are still asked; only one's own where others' are not shown. */
export async function listVotes(db: Executor, scope: DatePollScope): Promise<VoteRow[]> {
  const query = db
    .selectFrom('datePollVotes')
    .innerJoin('datePolls', 'datePolls.id', 'datePollVotes.pollId')
    .innerJoin('datePollVoters', 'datePollVoters.id', 'datePollVotes.voterId')
    .innerJoin('datePollOptions', 'datePollOptions.id', 'datePollVotes.optionId')
    .select(['datePollVotes.voterId', 'datePollVotes.optionId', 'datePollVotes.vote'])
    .where('datePollVotes.pollId', '=', scope.pollId)
    .where('datePollOptions.state', '=', 'offered')
    .where(stillAsked())
    // voters times dates, as many as the model lets there be
    .limit(600 * 20);
  return scope.can.organise || scope.can.seeVotes ? query.execute() : query.where('datePollVotes.voterId', '=', scope.voterId).execute();
}

/** How many people answered, and how many are asked: said to everybody, also where votes are not shown. */
export async function countAnswers(db: Executor, scope: DatePollScope | GuestDoorScope): Promise<{ answered: number; voters: number }> {
  return db
    .selectFrom('datePollVoters')
    .innerJoin('datePolls', 'datePolls.id', 'datePollVoters.pollId')
    .select([sql<number>`count(date_poll_voters.answered_at)`.as('answered'), sql<number>`count(*)`.as('voters')])
    .where('datePollVoters.pollId', '=', scope.pollId)
    .where(stillAsked())
    .where(counted())
    .executeTakeFirstOrThrow();
}

/** The clock and language of the one who votes; null for a guest, who is not in the directory. */
export async function findVoterZone(db: Executor, { voterId }: Pick<DatePollScope, 'voterId'>): Promise<string | null> {
  if (!voterId) return null;
  const row = await db
    .selectFrom('datePollVoters')
    .innerJoin('people', 'people.id', 'datePollVoters.personId')
    .select('people.timeZone')
    .where('datePollVoters.id', '=', voterId)
    .executeTakeFirst();
  return row?.timeZone ?? null;
}

/** The clocks that those who are asked live by, the most usual first. */
export async function listVoterZones(
  db: Executor,
  { pollId }: DatePollScope | GuestDoorScope,
  { limit }: { limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('datePollVoters')
    .innerJoin('people', 'people.id', 'datePollVoters.personId')
    .select('people.timeZone')
    .where('datePollVoters.pollId', '=', pollId)
    .where(counted())
    .groupBy('people.timeZone')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy('people.timeZone')
    .limit(limit)
    .execute();
  return rows.map((row) => row.timeZone);
}

/** Whether guests may ask for a ballot: a guest link serves. `now` is an ISO instant. */
export async function hasGuestLink(db: Executor, { pollId }: DatePollScope, now: string): Promise<boolean> {
  const row = await db
    .selectFrom('linkTokens')
    .select('hash')
    .where('datePollId', '=', pollId)
    .where('datePollVoterId', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
