import type { Language } from '#app/model/language.ts';
import type { Executor, Trx } from '#db/client.ts';

export interface NewMail {
  template: string;
  payload: object;
  personId: string | null;
  toAddress: string;
  toName: string;
  language: Language;
  dedupeKey: string;
}

/** Returns the new row's id, or null when a mail with this key exists already. */
export async function insertMail(trx: Trx, { payload, ...mail }: NewMail): Promise<string | null> {
  const row = await trx
    .insertInto('outboxMails')
    .values({ ...mail, payload: JSON.stringify(payload) })
    .onConflict((conflict) => conflict.column('dedupeKey').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Counts one more attempt and returns the mail; undefined when there is nothing (left) to send. */
export async function beginAttempt(db: Executor, mailId: string) {
  return db
    .updateTable('outboxMails')
    .set((row) => ({ attempts: row('attempts', '+', 1) }))
    .where('id', '=', mailId)
    .where('state', '=', 'queued')
    .returning(['id', 'template', 'payload', 'personId', 'toAddress', 'toName', 'language', 'attempts'])
    .executeTakeFirst();
}

export type Outcome =
  | { state: 'sent'; messageId: string; sentAt: string }
  | { state: 'queued' | 'dead'; lastError: string }
  | { state: 'withdrawn' };

/** Writes down how an attempt ended; a mail that was sent stays sent. */
export async function recordOutcome(db: Executor, mailId: string, outcome: Outcome): Promise<void> {
  await db.updateTable('outboxMails').set(outcome).where('id', '=', mailId).where('state', '=', 'queued').execute();
}
