import type { OwnProgrammeScope } from '#app/model/scope.ts';
import { mergeProgrammes, openOwnProgramme } from '#db/own-programme/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';

/**
 * Puts what somebody chose before they signed in into their account's programme; the visitor's ends, its feed too: whoever
 * else has its link reads nothing of the account.
 */
export async function takeOverProgramme(services: Services, visitors: OwnProgrammeScope, personId: string): Promise<void> {
  const { ownProgrammeId: from, editionId } = visitors;
  if (!from) return;
  await inTransaction(services.db, async (trx) => {
    const owner = { personId, visitorHash: null };
    const into = await openOwnProgramme(trx, { editionId, owner, now: services.clock.now().toString() });
    await mergeProgrammes(trx, { from, into });
  });
}
