import { sql } from 'kysely';
import type { Executor } from '#db/client.ts';

/** Where a queued mail stands; undefined once it is settled. Instants. */
export async function findWaitingMail(db: Executor, mailId: string) {
  return db
    .selectFrom('outboxMails')
    .select(['template', 'toAddress', 'turnAt', 'turnBy', 'claimedUntil'])
    .where('id', '=', mailId)
    .where('state', '=', 'queued')
    .executeTakeFirst();
}

/**
 * Takes the next place in a row of mails that leave every `everyMs`, shared by all nodes: one mail, one place. Gives the
 * instant of that place; after a pause, places before `now` are not made up for. (GCRA, ITU-T I.371.)
 */
export async function takePlace(db: Executor, { key, everyMs, now }: { key: string; everyMs: number; now: string }): Promise<string> {
  const { rows } = await sql<{ place: string }>`
    insert into mail_pace (key, free_at) values (${key}, ${now}::timestamptz + ${everyMs} * interval '1 ms')
    on conflict (key) do update set free_at = greatest(mail_pace.free_at, ${now}::timestamptz) + ${everyMs} * interval '1 ms'
    returning free_at - ${everyMs} * interval '1 ms' as place`.execute(db);
  return rows[0]?.place ?? now;
}

export async function keepTurn(db: Executor, mailId: string, { turnAt, turnBy }: { turnAt: string; turnBy: 'domain' | 'all' }) {
  await db.updateTable('outboxMails').set({ turnAt, turnBy }).where('id', '=', mailId).where('state', '=', 'queued').execute();
}
