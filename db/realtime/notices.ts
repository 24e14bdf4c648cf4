import { sql } from 'kysely';
import type { Executor } from '#db/client.ts';

/** PostgreSQL's channel (NOTIFY) on which the processes that serve one database tell each other what they do. */
export const CHANNEL = 'tertulia';

/** Most that one notice weighs, in bytes of UTF-8: PostgreSQL takes less than 8000. */
export const MAX_NOTICE_BYTES = 7900;

/** Tells all processes, this one too, once the transaction is committed. */
export async function sendNotices(db: Executor, notices: readonly string[]): Promise<void> {
  await telling(notices).execute(db);
}

/** The same as part of another statement (a query of one row): what it writes and the notices of it become visible together. */
export function telling(notices: readonly string[]) {
  return sql`select count(pg_notify(${CHANNEL}, notice)::text) as told from unnest(${notices}::text[]) as notice`;
}
