import type { Executor } from '#db/client.ts';

// What decides whether a mail can wait for the digest.

/** Until when a poll takes the vote of one voter: the last day, in the zone of the poll. */
export async function findVoteDeadline(db: Executor, voterId: string) {
  return db
    .selectFrom('datePollVoters')
    .innerJoin('datePolls', 'datePolls.id', 'datePollVoters.pollId')
    .select(['datePolls.deadline', 'datePolls.timeZone'])
    .where('datePollVoters.id', '=', voterId)
    .executeTakeFirst();
}

/** When these meetings are, as things stand. */
export async function listDates(db: Executor, meetingIds: readonly string[]) {
  if (meetingIds.length === 0) return [];
  return db
    .selectFrom('meetings')
    .select(['edtf', 'timeZone'])
    .where('id', 'in', [...meetingIds])
    .execute();
}
