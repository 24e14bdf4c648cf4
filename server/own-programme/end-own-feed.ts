import type { OwnProgrammeScope } from '#app/model/scope.ts';
import { recordAudit } from '#db/audit/write.ts';
import { setFeedHash } from '#db/own-programme/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';

/** Ends the address that calendars read one's own programme from; the sessions stay chosen. */
export async function endOwnFeed(services: Services, { ownProgrammeId: id, personId }: OwnProgrammeScope): Promise<void> {
  if (!id) return;
  await inTransaction(services.db, async (trx) => {
    await setFeedHash(trx, { id, hash: null, now: services.clock.now().toString() });
    await recordAudit(trx, { personId, action: 'own-programme.end-feed', subjectType: 'own-programme', subjectId: id });
  });
}
