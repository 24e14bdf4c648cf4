import { sql } from 'kysely';
import type { DatePollFacts } from '#app/model/date-polls.ts';
import type { MeetingStatus } from '#app/model/meetings.ts';
import type { GroupScope, SelfScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { waitingPolls } from './read-waiting.ts';
import { counted, stillAsked } from './still-asked.ts';

export interface PollInList extends DatePollFacts {
  slug: string;
  question: string;
  groupName: string;
  answered: number;
  voters: number;
  /** Whether the viewer is asked, and whether they answered. */
  asked: boolean;
  hasAnswered: boolean;
  meetingSlug: string | null;
  meetingStatus: MeetingStatus | null;
}

/** Polls of a group, newest first: all of them for its organisers, for others those in which they are asked. */
export async function listPollsOfGroup(
  db: Executor,
  scope: GroupScope,
  { personId, limit }: { personId: string | null; limit: number },
): Promise<PollInList[]> {
  let query = lists(db, personId).where('datePolls.groupId', '=', scope.groupId);
  if (!scope.can.organise) query = query.where(ownBallot(personId));
  return query.orderBy('datePolls.createdAt', 'desc').orderBy('datePolls.id').limit(limit).execute();
}

/** Open polls in which somebody is asked and has not answered, the nearest deadline first. `now` is an ISO instant. */
export async function listUnansweredPolls(
  db: Executor,
  self: SelfScope,
  { now, limit }: { now: string; limit: number },
): Promise<PollInList[]> {
  return lists(db, self.personId)
    .where(sql<boolean>`date_polls.id in (${waitingPolls(self, now)})`)
    .orderBy('datePolls.deadline')
    .orderBy('datePolls.id')
    .limit(limit)
    .execute();
}

function lists(db: Executor, personId: string | null) {
  return db
    .selectFrom('datePolls')
    .innerJoin('groups', 'groups.id', 'datePolls.groupId')
    .leftJoin('meetings', 'meetings.id', 'datePolls.meetingId')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('datePollVoters')
          .whereRef('datePollVoters.pollId', '=', 'datePolls.id')
          .where(stillAsked())
          .where(counted())
          .select([
            sql<number>`count(*)`.as('voters'),
            sql<number>`count(date_poll_voters.answered_at)`.as('answered'),
            sql<boolean>`coalesce(bool_or(date_poll_voters.person_id = ${personId}::uuid), false)`.as('asked'),
            sql<boolean>`coalesce(bool_or(date_poll_voters.person_id = ${personId}::uuid and date_poll_voters.answered_at is not null), false)`.as(
              'hasAnswered',
            ),
          ])
          .as('counts'),
      (join) => join.onTrue(),
    )
    .select([
      'datePolls.slug',
      'datePolls.question',
      'groups.name as groupName',
      'meetings.slug as meetingSlug',
      'meetings.status as meetingStatus',
    ])
    .select(['datePolls.deadline', 'datePolls.timeZone', 'datePolls.closedAt', 'datePolls.withdrawnAt', 'datePolls.settledAt'])
    .select((eb) => [
      eb.fn.coalesce('counts.voters', sql<number>`0`).as('voters'),
      eb.fn.coalesce('counts.answered', sql<number>`0`).as('answered'),
    ])
    .select((eb) => [
      eb.fn.coalesce('counts.asked', sql<boolean>`false`).as('asked'),
      eb.fn.coalesce('counts.hasAnswered', sql<boolean>`false`).as('hasAnswered'),
    ]);
}

const ownBallot = (personId: string | null) => sql<boolean>`exists (
  select from date_poll_voters own where own.poll_id = date_polls.id and own.person_id = ${personId}::uuid
    and (own.came_as <> 'member' or exists (
      select from memberships where memberships.group_id = date_polls.group_id and memberships.person_id = own.person_id)))`;
