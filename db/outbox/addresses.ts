import type { MailFault } from '#app/model/outbox.ts';
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

/** Trusts this address again. */
export async function forgetFailures(db: Executor, addresses: readonly string[]): Promise<void> {
  const wanted = addresses.map((address) => address.toLowerCase());
  if (wanted.length > 0) await db.deleteFrom('failingAddresses').where('address', 'in', wanted).execute();
}
