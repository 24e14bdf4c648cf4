import { FAILURES_BEFORE_SUPPRESSION, type FailingAddress } from '#app/model/outbox.ts';
import type { Executor } from '#db/client.ts';

/** Which of these addresses mails come back from, by address in lower case. */
export async function readFailingAddresses(db: Executor, addresses: readonly string[]): Promise<Map<string, FailingAddress>> {
  const wanted = [...new Set(addresses.map((address) => address.toLowerCase()))];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('failingAddresses')
    .select(['address', 'failures', 'reason', 'lastAt'])
    .where('address', 'in', wanted)
    .execute();
  return new Map(rows.map((row) => [row.address, { ...row, suppressed: row.failures >= FAILURES_BEFORE_SUPPRESSION }]));
}
