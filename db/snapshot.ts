import { sql } from 'kysely';
import type { Executor } from '#db/client.ts';

/**
 * Which transactions are visible now (`pg_current_snapshot`). The same text twice: none ended in between, so whatever was read
 * after the first still holds. It costs a tenth of the smallest question, and every change ends it, of whatever it is.
 */
export async function snapshotOf(db: Executor): Promise<string> {
  const { rows } = await sql<{ snapshot: string }>`-- prepared: snapshot
select pg_current_snapshot()::text as snapshot`.execute(db);
  return rows[0]?.snapshot ?? '';
}
