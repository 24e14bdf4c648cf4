import type { Trx } from '#db/client.ts';
import { type EditionState, lockEdition } from '#db/programme/write.ts';
import { notFound } from '#server/refusals.ts';

/** Takes an edition for changing it or its draft: other changes wait until the transaction ends. Throws 404 when it is no more. */
export async function holdEdition(trx: Trx, editionId: string): Promise<EditionState> {
  return (await lockEdition(trx, editionId)) ?? notFound();
}
