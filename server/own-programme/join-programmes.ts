import type { OwnProgrammeScope } from '#app/model/scope.ts';
import { mergeProgrammes } from '#db/own-programme/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';

/** Puts what a browser chose into the programme whose link was opened there; the browser's own ends. */
export async function joinProgrammes(
  services: Services,
  { from, into }: { from: OwnProgrammeScope; into: OwnProgrammeScope },
): Promise<void> {
  const [gone, kept] = [from.ownProgrammeId, into.ownProgrammeId];
  if (gone && kept && gone !== kept) await inTransaction(services.db, (trx) => mergeProgrammes(trx, { from: gone, into: kept }));
}
