import type { Database, Trx } from './client.ts';

/** Runs `work` in one transaction: committed when it returns, rolled back when it throws. Nothing outside the database belongs inside. */
export function inTransaction<T>(db: Database, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.transaction().execute(work);
}
