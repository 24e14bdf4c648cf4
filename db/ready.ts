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
