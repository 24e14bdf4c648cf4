import type { OwnProgrammeScope } from '#app/model/scope.ts';
import { deleteStar } from '#db/own-programme/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';

/** Takes a session out of one's own programme; one that is not in it is out already. A registration stays what it is. */
export async function dropSession(services: Services, scope: OwnProgrammeScope, meetingId: string): Promise<void> {
  const { ownProgrammeId } = scope;
  if (ownProgrammeId) await inTransaction(services.db, (trx) => deleteStar(trx, { ownProgrammeId, meetingId }));
}
