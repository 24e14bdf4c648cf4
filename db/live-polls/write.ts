import type { Executor, Trx } from '#db/client.ts';

export interface PollToOpen {
  id: string;
  meetingId: string;
  /** Of this meeting; null: the result goes nowhere yet. */
  agendaItemId: string | null;
  question: string;
  options: readonly string[];
  openedAt: string;
  openedBy: string;
}

/** Opens a poll. 'taken': the meeting has an open one (the index decides who was first); 'again': this one was opened before. */
export async function insertPoll(trx: Trx, { options, ...poll }: PollToOpen): Promise<'opened' | 'again' | 'taken'> {
  const row = await trx
    .insertInto('livePolls')
    .values(poll)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) {
    const before = trx.selectFrom('livePolls').select('id').where('id', '=', poll.id).where('meetingId', '=', poll.meetingId);
    return (await before.executeTakeFirst()) ? 'again' : 'taken';
  }
  await trx
    .insertInto('livePollOptions')
    .values(options.map((label, position) => ({ pollId: poll.id, position, label })))
    .execute();
  return 'opened';
}

export interface PollRow {
  id: string;
  agendaItemId: string | null;
  question: string;
  closedAt: string | null;
  insertedAt: string | null;
}

/** A poll of a meeting, held until the transaction ends: by voters together ('share'), or alone to close it ('update'). */
export async function holdPoll(trx: Trx, meetingId: string, pollId: string, how: 'share' | 'update'): Promise<PollRow | undefined> {
  const poll = trx
    .selectFrom('livePolls')
    .select(['id', 'agendaItemId', 'question', 'closedAt', 'insertedAt'])
    .where('id', '=', pollId)
    .where('meetingId', '=', meetingId);
  return (how === 'share' ? poll.forShare() : poll.forUpdate()).executeTakeFirst();
}

/** One vote a person: the new one replaces the one before. Null: no such option in this poll; else whether anything changed. */
export async function putVote(
  trx: Trx,
  { pollId, optionId, personId, at }: { pollId: string; optionId: string; personId: string; at: string },
): Promise<boolean | null> {
  const option = await trx
    .selectFrom('livePollOptions')
    .select('id')
    .where('pollId', '=', pollId)
    .where('id', '=', optionId)
    .executeTakeFirst();
  if (!option) return null;
  const written = await trx
    .insertInto('livePollVotes')
    .values({ pollId, personId, optionId, votedAt: at })
    .onConflict((conflict) =>
      conflict.columns(['pollId', 'personId']).doUpdateSet({ optionId, votedAt: at }).where('livePollVotes.optionId', '<>', optionId),
    )
    .returning('optionId')
    .executeTakeFirst();
  return written !== undefined;
}

export async function markClosed(trx: Trx, pollId: string, at: string): Promise<void> {
  await trx.updateTable('livePolls').set({ closedAt: at }).where('id', '=', pollId).execute();
}

export async function markInserted(db: Executor, pollId: string, at: string): Promise<void> {
  await db.updateTable('livePolls').set({ insertedAt: at }).where('id', '=', pollId).where('insertedAt', 'is', null).execute();
}

/** Adds or takes back somebody's support of a proposal. Null: the notes have no such proposal; else whether anything changed. */
export async function putSupport(
  db: Executor,
  { meetingId, blockId, personId, at, supports }: { meetingId: string; blockId: string; personId: string; at: string; supports: boolean },
): Promise<boolean | null> {
  if (!supports) {
    const gone = await db
      .deleteFrom('proposalSupports')
      .where('meetingId', '=', meetingId)
      .where('blockId', '=', blockId)
      .where('personId', '=', personId)
      .returning('blockId')
      .executeTakeFirst();
    return gone !== undefined;
  }
  const proposal = db
    .selectFrom('noteRecords')
    .select('blockId')
    .where('meetingId', '=', meetingId)
    .where('blockId', '=', blockId)
    .where('kind', '=', 'proposal');
  if (!(await proposal.executeTakeFirst())) return null;
  const added = await db
    .insertInto('proposalSupports')
    .values({ meetingId, blockId, personId, supportedAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('blockId')
    .executeTakeFirst();
  return added !== undefined;
}
