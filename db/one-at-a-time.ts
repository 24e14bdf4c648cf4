import { sql } from 'kysely';
import type { Database } from './client.ts';

/** Does something that several processes may want to do at the same moment: one after the other, whole. `what` names it. */
export function oneAtATime<T>(db: Database, what: string, task: () => Promise<T>): Promise<T> {
  // a lock of the connection: it ends with it, whatever happens to this process
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(hashtextextended(${`one at a time: ${what}`}, 0))`.execute(connection);
    try {
      return await task();
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended(${`one at a time: ${what}`}, 0))`.execute(connection);
    }
  });
}
