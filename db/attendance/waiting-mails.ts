import { sql } from 'kysely';
import type { Executor, Trx } from '#db/client.ts';

// The mails about one invitation: those that wait to be sent, and the first one, which later ones go on from.

const attendanceId = sql<string>`payload->>'attendanceId'`;

/**
 * Which of these people's invitations nobody has begun to send. The rows stay locked until the end of the transaction, so
 * whoever sends one afterwards renders it with what this transaction wrote.
 */
export async function findWaitingInvitations(trx: Trx, attendanceIds: readonly string[]): Promise<Set<string>> {
  const rows = await waitingMails(trx, 'invitation', attendanceIds).where('attempts', '=', 0).forUpdate().execute();
  return new Set(rows.map((row) => row.attendanceId));
}

/** News of changes that has not been sent; `begun`: an attempt was made, or is being made at this moment. The rows stay locked. */
export async function lockWaitingUpdates(
  trx: Trx,
  attendanceIds: readonly string[],
): Promise<{ id: string; attendanceId: string; payload: unknown; begun: boolean }[]> {
  const rows = await waitingMails(trx, 'meeting-update', attendanceIds).forUpdate().execute();
  return rows.map(({ attempts, ...row }) => ({ ...row, begun: attempts > 0 }));
}

/** Takes mails back that have not been sent. One that is being sent at this moment arrives all the same. */
export async function withdrawMails(trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('outboxMails')
    .set({ state: 'withdrawn' })
    .where('id', 'in', [...ids])
    .where('state', '=', 'queued')
    .execute();
}

/** Message-ID of the first invitation that was sent for an attendance, also once that is gone; undefined: none was. */
export async function findFirstMessageId(db: Executor, id: string): Promise<string | undefined> {
  const row = await mailsOf(db, 'invitation')
    .select('messageId')
    .where(attendanceId, '=', id)
    .where('messageId', 'is not', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.messageId ?? undefined;
}

function waitingMails(trx: Trx, template: string, attendanceIds: readonly string[]) {
  return mailsOf(trx, template)
    .select(['id', 'payload', 'attempts', attendanceId.as('attendanceId')])
    .where('state', '=', 'queued')
    .where(sql<boolean>`${attendanceId} = any(${sql.val([...attendanceIds])}::text[])`)
    .orderBy('id');
}

/** By the index outbox_mails_attendance. */
function mailsOf(db: Executor, template: string) {
  return db.selectFrom('outboxMails').where(sql<boolean>`payload ? 'attendanceId'`).where('template', '=', template);
}
