import { sql } from 'kysely';
import type { Database } from './client.ts';

/** Whether the database answers a query. */
export function isReady(db: Database): Promise<boolean> {
  return db
    .selectNoFrom((row) => row.lit(1).as('one'))
    .execute()
    .then(
      () => true,
      () => false,
    );
}

/** The server's major version: 18. */
export async function serverVersion(db: Database): Promise<number> {
  const { rows } = await sql<{ number: string }>`select current_setting('server_version_num') as number`.execute(db);
  return Math.trunc(Number(rows[0]?.number) / 10_000);
}
