import type { Database, Trx } from './client.ts';

const committed = new WeakMap<Database, number>();

/** Runs `work` in one transaction: committed when it returns, rolled back when it throws. Nothing outside the database belongs inside. */
export async function inTransaction<T>(db: Database, work: (trx: Trx) => Promise<T>): Promise<T> {
  try {
    return await db.transaction().execute(work);
  } finally {
    // one that failed may have been committed all the same, before its connection was lost
    committed.set(db, commitsOf(db) + 1);
  }
}

/** Transactions that this process ended: while the number stays, nothing here changed what was read after it. */
export function commitsOf(db: Database): number {
  return committed.get(db) ?? 0;
}

/** Reads of which each sees the database as it was at the first of them. */
export function inSnapshot<T>(db: Database, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work);
}
