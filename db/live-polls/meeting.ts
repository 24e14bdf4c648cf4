import type { Executor } from '#db/client.ts';

/** Whether a meeting still goes on: 'closed' once it was closed or cancelled. */
export async function findTime(db: Executor, meetingId: string): Promise<'open' | 'closed'> {
  const row = await db
    .selectFrom('meetings')
    .leftJoin('meetingRuns', 'meetingRuns.meetingId', 'meetings.id')
    .select(['meetings.status', 'meetingRuns.closedAt'])
    .where('meetings.id', '=', meetingId)
    .executeTakeFirst();
  return !row || row.status === 'cancelled' || row.closedAt !== null ? 'closed' : 'open';
}

export async function hasPoint(db: Executor, meetingId: string, agendaItemId: string): Promise<boolean> {
  const row = await db
    .selectFrom('agendaItems')
    .select('id')
    .where('id', '=', agendaItemId)
    .where('meetingId', '=', meetingId)
    .executeTakeFirst();
  return row !== undefined;
}
