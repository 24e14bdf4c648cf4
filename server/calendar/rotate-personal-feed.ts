import type { SelfScope } from '#app/model/scope.ts';
import { recordAudit } from '#db/audit/write.ts';
import { replaceSecret } from '#db/calendar/write.ts';
import { inTransaction } from '#db/transaction.ts';
import { hashOfSecret, newSecret } from '#server/accounts/secrets.ts';
import type { Services } from '#server/services.ts';
import { secretAddress } from './create-personal-feed.ts';

export type RotatedFeed =
  | { ok: true /** The whole new address; it is told once, only its hash is kept. */; address: string }
  /** Somebody else's, or one that has ended. */
  | { ok: false; reason: 'unknown' };

/** Gives one's own feed another address: the old one answers 404 from now on. */
export async function rotatePersonalFeed(services: Services, { personId }: SelfScope, id: string): Promise<RotatedFeed> {
  const secret = newSecret();
  const tokenHash = hashOfSecret(secret);
  if (!tokenHash) throw new Error('A new secret has the wrong shape.');
  return inTransaction(services.db, async (trx): Promise<RotatedFeed> => {
    if (!(await replaceSecret(trx, { id, personId, tokenHash, now: services.clock.now().toString() })))
      return { ok: false, reason: 'unknown' };
    await recordAudit(trx, { personId, action: 'personal-feed.rotate', subjectType: 'personal-feed', subjectId: id });
    return { ok: true, address: secretAddress(services, secret) };
  });
}
