import { type RawBuilder, sql } from 'kysely';
import type { SelfScope } from '#app/model/scope.ts';

/** As many as the page of things to do lists. */
export const MOST_WAITING = 20;

/**
 * The ids of the open polls that wait for somebody's answer, as a query of its own: the list and the number in the masthead
 * of every page ask for the same. It goes from the person's ballots to their polls, by indexes. `now` is an ISO instant.
 */
export function waitingPolls({ personId }: SelfScope, now: string): RawBuilder<string> {
  return sql<string>`select own_poll.id from date_poll_voters own join date_polls own_poll on own_poll.id = own.poll_id
    where own.person_id = ${personId}::uuid and own.answered_at is null
      and own_poll.closed_at is null and own_poll.withdrawn_at is null and own_poll.settled_at is null
      and own_poll.deadline >= (${now}::timestamptz at time zone own_poll.time_zone)::date
      and (own.came_as <> 'member' or exists (
        select from memberships where memberships.group_id = own_poll.group_id and memberships.person_id = own.person_id))`;
}
