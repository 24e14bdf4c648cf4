import { sql } from 'kysely';
import type { Language } from '#app/model/language.ts';
import type { MailFault, MailState } from '#app/model/outbox.ts';
import type { Executor, Trx } from '#db/client.ts';

export interface NewMail {
  template: string;
  payload: object;
  personId: string | null;
  toAddress: string;
  toName: string;
  language: Language;
  dedupeKey: string;
  /** The mail that this one sends once more. */
  againOf?: string;
}

/**
 * Writes mails in one statement, in their order, and gives those that are new: a mail whose key exists already is left
 * out. Which meeting a mail is about is found in what it says.
 */
export async function insertMails(trx: Trx, mails: readonly NewMail[]): Promise<{ id: string; template: string }[]> {
  if (mails.length === 0) return [];
  const { rows } = await sql<{ id: string; template: string }>`
    insert into outbox_mails (template, payload, person_id, to_address, to_name, language, dedupe_key, again_of, meeting_id)
    select mail.template, mail.payload, mail.person_id, mail.to_address, mail.to_name, mail.language, mail.dedupe_key, mail.again_of, coalesce(
      (select id from meetings where id = (mail.payload->>'meetingId')::uuid),
      (select meeting_id from attendances where id = (mail.payload->>'attendanceId')::uuid),
      (select meeting_id from reviews join minutes on minutes.id = minutes_id where reviews.id = (mail.payload->>'reviewId')::uuid))
    from rows from (jsonb_to_recordset(${JSON.stringify(mails.map(rowOf))}::jsonb) as (
      template text, payload jsonb, person_id uuid, to_address text, to_name text, language text, dedupe_key text, again_of uuid)
    ) with ordinality as mail (template, payload, person_id, to_address, to_name, language, dedupe_key, again_of, nth)
    order by mail.nth
    on conflict (dedupe_key) do nothing
    returning id, template`.execute(trx);
  return rows;
}

function rowOf({ template, payload, personId, toAddress, toName, language, dedupeKey, againOf }: NewMail) {
  const names = { person_id: personId, to_address: toAddress, to_name: toName, dedupe_key: dedupeKey, again_of: againOf ?? null };
  return { template, payload, language, ...names };
}

/**
 * Counts one more attempt, keeps others from beginning one before `claimedUntil`, and gives the mail; undefined when there
 * is nothing (left) to send, or somebody is sending it. A crash leaves the claim behind, and it passes.
 */
export async function beginAttempt(db: Executor, mailId: string, { now, claimedUntil }: { now: string; claimedUntil: string }) {
  return db
    .updateTable('outboxMails')
    .set((row) => ({ attempts: row('attempts', '+', 1), claimedUntil }))
    .where('id', '=', mailId)
    .where('state', '=', 'queued')
    .where((row) => row.or([row('claimedUntil', 'is', null), row('claimedUntil', '<=', now)]))
    .returning(['id', 'template', 'payload', 'personId', 'toAddress', 'toName', 'language', 'attempts'])
    .executeTakeFirst();
}

export type Outcome =
  | { state: 'sent'; messageId: string }
  | { state: 'queued' | 'refused' | 'dead'; fault: MailFault; lastError: string }
  | { state: 'withdrawn' | 'held' | 'declined' };

/** Writes down how an attempt ended; a mail that was sent stays sent. A mail that stays queued asks for a new turn. */
export async function recordOutcome(db: Executor, mailId: string, outcome: Outcome, now: string): Promise<void> {
  const settled = outcome.state === 'queued' ? { turnAt: null, turnBy: '' } : { settledAt: now };
  const sent = outcome.state === 'sent' ? { sentAt: now, fault: '' as const, lastError: '' } : {};
  await db
    .updateTable('outboxMails')
    .set({ ...outcome, ...settled, ...sent, claimedUntil: null })
    .where('id', '=', mailId)
    .where('state', '=', 'queued')
    .execute();
}

/** Writes down what became of a mail that no attempt of ours was made for: one that the demo tells of. */
export async function settleMail(
  trx: Trx,
  mailId: string,
  { at, ...settled }: { state: MailState; fault: MailFault; lastError: string; at: string },
): Promise<void> {
  await trx
    .updateTable('outboxMails')
    .set({ ...settled, attempts: 1, createdAt: at, settledAt: at })
    .where('id', '=', mailId)
    .execute();
}
