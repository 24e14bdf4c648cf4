import type { MailFault } from '#app/model/outbox.ts';
import type { Executor, Trx } from '#db/client.ts';

/** The address that a mail of ours went to; null: there is no such mail, or it has not left. */
export async function findSentTo(db: Executor, mailId: string): Promise<string | null> {
  const row = await db
    .selectFrom('outboxMails')
    .select('toAddress')
    .where('id', '=', mailId)
    .where('state', 'in', ['sent', 'bounced'])
    .executeTakeFirst();
  return row?.toAddress ?? null;
}

/** A mail that was sent came back; gives the address that we wrote to, or null when it is no mail of ours or known already. */
export async function markBounced(trx: Trx, mailId: string, { fault, lastError, at }: { fault: MailFault; lastError: string; at: string }) {
  const row = await trx
    .updateTable('outboxMails')
    .set({ state: 'bounced', fault, lastError, settledAt: at })
    .where('id', '=', mailId)
    .where('state', '=', 'sent')
    .returning('toAddress')
    .executeTakeFirst();
  return row?.toAddress ?? null;
}

/** The other server has not delivered it yet, and goes on trying. */
export async function noteSoftBounce(db: Executor, mailId: string, lastError: string): Promise<void> {
  await db.updateTable('outboxMails').set({ fault: 'later', lastError }).where('id', '=', mailId).where('state', '=', 'sent').execute();
}
