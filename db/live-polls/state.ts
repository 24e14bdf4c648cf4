import { sql } from 'kysely';
import { LIVE_POLL_LIMITS, type LivePoll, type LivePollOption } from '#app/model/live-polls.ts';
import type { Executor } from '#db/client.ts';

// What the open pages of a meeting are told. Whoever calls has looked whether they may read its notes (realtime: a member
// of the room; pages: db/live-polls/read.ts).

const OPTIONS = sql<LivePollOption[]>`(
  select jsonb_agg(jsonb_build_object('id', o.id, 'label', o.label, 'votes',
    (select count(*) from live_poll_votes v where v.poll_id = o.poll_id and v.option_id = o.id)
    + (select count(*) from room_votes v where v.poll_id = o.poll_id and v.option_id = o.id)) order by o.position)
  from live_poll_options o where o.poll_id = live_polls.id
)`;

/** The open poll, then the latest closed ones; counts and no names. */
export async function listPolls(db: Executor, meetingId: string): Promise<LivePoll[]> {
  return db
    .selectFrom('livePolls')
    .select(['id', 'agendaItemId', 'question', 'openedAt', 'closedAt', 'insertedAt'])
    .select(OPTIONS.as('options'))
    .where('meetingId', '=', meetingId)
    .orderBy((eb) => eb('closedAt', 'is', null), 'desc')
    .orderBy('openedAt', 'desc')
    .limit(LIVE_POLL_LIMITS.shown + 1)
    .execute();
}

/** How many support each proposal, by block of the notes. */
export async function countSupports(db: Executor, meetingId: string): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('proposalSupports')
    .select((eb) => ['blockId', eb.fn.countAll<number>().as('count')])
    .where('meetingId', '=', meetingId)
    .groupBy('blockId')
    .orderBy('blockId')
    .limit(1000)
    .execute();
  return Object.fromEntries(rows.map(({ blockId, count }) => [blockId, count]));
}

export interface PollResult extends Pick<LivePoll, 'id' | 'agendaItemId' | 'question' | 'options'> {
  /** Nobody writes in the notes of its point. */
  locked: boolean;
}

/** One poll as its result is written into the notes. */
export async function findResult(db: Executor, meetingId: string, pollId: string): Promise<PollResult | undefined> {
  return db
    .selectFrom('livePolls')
    .leftJoin('noteLocks', 'noteLocks.agendaItemId', 'livePolls.agendaItemId')
    .select(['livePolls.id', 'livePolls.agendaItemId', 'question'])
    .select([OPTIONS.as('options'), (eb) => eb('noteLocks.agendaItemId', 'is not', null).as('locked')])
    .where('livePolls.meetingId', '=', meetingId)
    .where('livePolls.id', '=', pollId)
    .executeTakeFirst() as Promise<PollResult | undefined>;
}
