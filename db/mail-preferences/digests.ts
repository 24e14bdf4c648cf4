import { sql } from 'kysely';
import type { Language } from '#app/model/language.ts';
import type { Executor, Trx } from '#db/client.ts';

/** Somebody for whom mails are kept until their digest. */
export interface WaitingReader {
  toAddress: string;
  personId: string | null;
  toName: string;
  language: Language;
  /** IANA name of their clock; the network's own for an address that nobody in the directory has. */
  timeZone: string;
  digestHour: number;
  /** Instant: since when the first of them is kept. */
  since: string;
}

/** Addresses with mails kept since `after`, those beyond `from` in their order. Index: outbox_mails_waiting_for_digest. */
export async function listWaitingReaders(
  db: Executor,
  { after, from, limit }: { after: string; from: string; limit: number },
): Promise<WaitingReader[]> {
  const { rows } = await sql<WaitingReader>`
    select kept.*, coalesce(people.time_zone, 'Europe/Paris') as time_zone, coalesce(own.digest_hour, plain.digest_hour, 8) as digest_hour
    from (
      select to_address, min(settled_at) as since,
        (array_agg(person_id order by id desc) filter (where person_id is not null))[1] as person_id,
        (array_agg(to_name order by id desc))[1] as to_name, (array_agg(language order by id desc))[1] as language
      from outbox_mails
      where state = 'held' and digest_id is null and settled_at > ${after} and to_address > ${from}
      group by to_address order by to_address limit ${limit}) as kept
    left join people on people.id = kept.person_id
    left join mail_readers as own on own.person_id = kept.person_id
    left join mail_readers as plain on plain.address = lower(kept.to_address)
    order by kept.to_address`.execute(db);
  return rows;
}

/** Makes the digest of a reader's day and puts into it what is kept for them; null: that day has its digest, or nothing is kept any more. */
export async function takeDigest(
  trx: Trx,
  { toAddress, day, after, now }: { toAddress: string; day: string; after: string; now: string },
): Promise<string | null> {
  const made = await trx
    .insertInto('mailDigests')
    .values({ toAddress, day, madeAt: now })
    .onConflict((conflict) => conflict.columns(['toAddress', 'day']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return null;
  const taken = await trx
    .updateTable('outboxMails')
    .set({ digestId: made.id })
    .where('toAddress', '=', toAddress)
    .where('state', '=', 'held')
    .where('digestId', 'is', null)
    .where('settledAt', '>', after)
    .executeTakeFirst();
  if (taken.numUpdatedRows > 0n) return made.id;
  // they were let go between the list and now: the day may still have its digest
  await trx.deleteFrom('mailDigests').where('id', '=', made.id).execute();
  return null;
}

/** The mails that a digest tells, in the order in which they came. */
export async function listDigestMails(db: Executor, digestId: string, limit: number) {
  return db
    .selectFrom('outboxMails')
    .select(['id', 'template', 'payload', 'personId', 'toAddress', 'toName', 'language'])
    .where('digestId', '=', digestId)
    .where('state', '=', 'held')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Lets go of what is kept for a reader, to be decided anew; gives the mails' ids. */
export async function releaseKept(
  trx: Trx,
  { personId, address, after }: { personId: string | null; address: string | null; after: string },
): Promise<string[]> {
  const rows = await trx
    .updateTable('outboxMails')
    .set({ state: 'queued', settledAt: null })
    .where((row) => row.or([row('personId', '=', personId), row('toAddress', '=', address)]))
    .where('state', '=', 'held')
    .where('digestId', 'is', null)
    .where('settledAt', '>', after)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

export async function sweepDigests(db: Executor, before: string): Promise<void> {
  await db.deleteFrom('mailDigests').where('madeAt', '<', before).execute();
}
