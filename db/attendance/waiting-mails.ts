import { sql } from 'kysely';
import type { Trx } from '#db/client.ts';

/**
 * Which of these people's invitations nobody has begun to send. The rows stay locked until the end of the transaction, so
 * whoever sends one afterwards renders it with what this transaction wrote.
 */
export async function findWaitingInvitations(trx: Trx, attendanceIds: readonly string[]): Promise<Set<string>> {
  const rows = await waitingMails(trx, 'invitation', attendanceIds).where('attempts', '=', 0).forUpdate().execute();
  return new Set(rows.map((row) => row.attendanceId));
}

/**
 * Takes back the news of changes before `sequence` that have not been sent, and gives what they held, oldest first: one mail
 * shall say it all. One that is being sent at this moment arrives all the same.
 */
export async function withdrawWaitingUpdates(
  trx: Trx,
  { attendanceIds, sequence }: { attendanceIds: readonly string[]; sequence: number },
): Promise<{ attendanceId: string; payload: unknown }[]> {
  const rows = await waitingMails(trx, 'meeting-update', attendanceIds)
    .where(sql<boolean>`(payload->>'sequence')::int < ${sequence}`)
    .forUpdate()
    .execute();
  const ids = rows.map((row) => row.id);
  if (ids.length > 0) await trx.updateTable('outboxMails').set({ state: 'withdrawn' }).where('id', 'in', ids).execute();
  return rows;
}

function waitingMails(trx: Trx, template: string, attendanceIds: readonly string[]) {
  const attendanceId = sql<string>`payload->>'attendanceId'`;
  return trx
    .selectFrom('outboxMails')
    .select(['id', 'payload', attendanceId.as('attendanceId')])
    .where('state', '=', 'queued')
    .where('template', '=', template)
    .where(sql<boolean>`${attendanceId} = any(${sql.val([...attendanceIds])}::text[])`)
    .orderBy('id');
}
