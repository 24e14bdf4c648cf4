import type { MeetingScope } from '#app/model/scope.ts';
import type { Trx } from '#db/client.ts';
import { gatheredMails } from './read-gathered.ts';

/** News of a meeting's changes that nobody began to send, locked until the end of the transaction. */
export async function lockGathered(trx: Trx, scope: MeetingScope): Promise<string[]> {
  const rows = await gatheredMails(trx, scope).select('id').orderBy('id').forUpdate().execute();
  return rows.map(({ id }) => id);
}
