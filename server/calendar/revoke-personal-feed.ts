import type { SelfScope } from '#app/model/scope.ts';
import { recordAudit } from '#db/audit/write.ts';
import { markFeedRevoked } from '#db/calendar/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';

/** Ends one's own feed: its address answers 404 from now on. Somebody else's, or one that has ended, changes nothing. */
export async function revokePersonalFeed(services: Services, { personId }: SelfScope, id: string): Promise<{ ok: boolean }> {
  return inTransaction(services.db, async (trx) => {
    const ok = await markFeedRevoked(trx, { id, personId, now: services.clock.now().toString() });
    if (ok) await recordAudit(trx, { personId, action: 'personal-feed.revoke', subjectType: 'personal-feed', subjectId: id });
    return { ok };
  });
}
