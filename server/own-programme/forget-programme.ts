import type { OwnProgrammeScope } from '#app/model/scope.ts';
import { deleteProgramme } from '#db/own-programme/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';

/** Ends one's own programme with everything in it, its feed and its link. Registrations stay what they are. */
export async function forgetProgramme(services: Services, { ownProgrammeId }: OwnProgrammeScope): Promise<void> {
  if (ownProgrammeId) await inTransaction(services.db, (trx) => deleteProgramme(trx, ownProgrammeId));
}
