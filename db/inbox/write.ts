import type { InboxDoor, InboxKind, InboxOutcome } from '#app/model/inbox.ts';
import type { Database, Trx } from '#db/client.ts';

export interface ReceivedMail {
  sha256: Buffer;
  /** ISO instant. */
  receivedAt: string;
  door: InboxDoor;
  messageId: string;
  fromAddress: string;
  fromName: string;
  subject: string;
  excerpt: string;
  kind: InboxKind;
}

/** Takes a mail for treating it; null: it was treated, or another node is treating it and was waited for. */
export async function insertReceived(trx: Trx, mail: ReceivedMail): Promise<string | null> {
  const row = await trx
    .insertInto('inboxMails')
    .values({ ...mail, outcome: 'kept' })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export interface Treatment {
  outcome: InboxOutcome;
  detail: string;
  meetingId?: string | null;
  attendanceId?: string | null;
}

/** Writes down what was done with a mail. */
export async function updateTreatment(trx: Trx, id: string, treatment: Treatment): Promise<void> {
  await trx.updateTable('inboxMails').set(treatment).where('id', '=', id).execute();
}

/** Forgets what came in before an instant. */
export async function sweepInbox(db: Database, before: string): Promise<void> {
  await db.deleteFrom('inboxMails').where('receivedAt', '<', before).execute();
}
