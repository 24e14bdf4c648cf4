import type { FailingAddress, MailFault } from '#app/model/outbox.ts';
import { FAILURES_BEFORE_SUPPRESSION } from '#app/model/outbox.ts';
import type { Executor } from '#db/client.ts';

/** Notes that one more mail to this address came back for good. */
export async function countFailure(db: Executor, { address, reason, at }: { address: string; reason: MailFault; at: string }) {
  await db
    .insertInto('failingAddresses')
    .values({ address: address.toLowerCase(), reason, firstAt: at, lastAt: at })
    .onConflict((conflict) =>
      conflict.column('address').doUpdateSet((row) => ({ reason, lastAt: at, failures: row('failingAddresses.failures', '+', 1) })),
    )
    .execute();
}

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

/** Trusts this address again. */
export async function forgetFailures(db: Executor, addresses: readonly string[]): Promise<void> {
  const wanted = addresses.map((address) => address.toLowerCase());
  if (wanted.length > 0) await db.deleteFrom('failingAddresses').where('address', 'in', wanted).execute();
}
