import { sql } from 'kysely';
import type { DatePollFacts, VotesShownTo } from '#app/model/date-polls.ts';
import type { Trx } from '#db/client.ts';

/** What organisers decide of a poll; clean texts within DATE_POLL_LIMITS. */
export interface PollSettings {
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
}

export interface NewPoll extends PollSettings {
  id: string;
  slug: string;
  groupId: string;
  timeZone: string;
  deadline: string;
  createdBy: string;
  /** Instant. */
  createdAt: string;
}

/** Inserts a poll unless its id is there already; false: it was. */
export async function insertPoll(trx: Trx, poll: NewPoll): Promise<boolean> {
  const row = await trx
    .insertInto('datePolls')
    .values(poll)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Where a form's id went; null: nobody used it yet. */
export async function findPollSent(trx: Trx, id: string): Promise<{ slug: string; groupId: string } | null> {
  return (await trx.selectFrom('datePolls').select(['slug', 'groupId']).where('id', '=', id).executeTakeFirst()) ?? null;
}

export interface LockedPoll extends DatePollFacts, PollSettings {
  id: string;
  slug: string;
  groupId: string;
  revision: number;
  createdBy: string | null;
  toldDeadline: string | null;
  meetingId: string | null;
}

/** 'share': votes go on beside one another, and wait for whoever changes the poll; 'update': everything waits. Undefined: it is no more. */
export async function lockPoll(trx: Trx, id: string, how: 'share' | 'update'): Promise<LockedPoll | undefined> {
  const query = trx
    .selectFrom('datePolls')
    .select(['id', 'slug', 'groupId', 'revision', 'createdBy', 'toldDeadline', 'meetingId'])
    .select(['deadline', 'timeZone', 'closedAt', 'withdrawnAt', 'settledAt'])
    .select(['question', 'title', 'message', 'durationMinutes', 'placeName', 'placeAddress', 'onlineUrl'])
    .select(['minOrganisations', 'votesShownTo', 'comments'])
    .where('id', '=', id);
  return (how === 'share' ? query.forShare() : query.forUpdate()).executeTakeFirst();
}

/** Writes over a poll that is held. */
export async function updatePoll(
  trx: Trx,
  id: string,
  change: Partial<PollSettings> & { deadline?: string; closedAt?: string | null; withdrawnAt?: string; toldDeadline?: string },
): Promise<void> {
  await trx
    .updateTable('datePolls')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Writes down the deadline that organisers were told of; nobody's form goes stale by it. */
export async function markTold(trx: Trx, id: string, deadline: string): Promise<void> {
  await trx.updateTable('datePolls').set({ toldDeadline: deadline }).where('id', '=', id).execute();
}

/** The poll became a meeting; false: it had before. */
export async function settleRow(
  trx: Trx,
  { id, optionId, meetingId, now }: { id: string; optionId: string; meetingId: string; now: string },
): Promise<boolean> {
  const row = await trx
    .updateTable('datePolls')
    .set((eb) => ({ settledAt: now, settledOptionId: optionId, meetingId, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .where('settledAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Until a personal link serves: as long as the poll may still be looked at. */
export async function findMeetingSlug(trx: Trx, meetingId: string): Promise<string | null> {
  const row = await trx.selectFrom('meetings').select('slug').where('id', '=', meetingId).executeTakeFirst();
  return row?.slug ?? null;
}

/** Days that the offered dates of a poll begin on, the first one first. */
export async function findFirstDay(trx: Trx, pollId: string): Promise<string | null> {
  const row = await trx
    .selectFrom('datePollOptions')
    .select(sql<string | null>`min(day)`.as('day'))
    .where('pollId', '=', pollId)
    .where('state', '=', 'offered')
    .executeTakeFirst();
  return row?.day ?? null;
}
