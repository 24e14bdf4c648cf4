import type { Trx } from '#db/client.ts';

/** Remembers that these badges were printed. */
export async function markPrinted(trx: Trx, { registrationIds, at }: { registrationIds: readonly string[]; at: string }): Promise<void> {
  if (registrationIds.length === 0) return;
  await trx
    .insertInto('badgePrints')
    .values(registrationIds.map((registrationId) => ({ registrationId, printedAt: at })))
    .onConflict((conflict) => conflict.column('registrationId').doUpdateSet({ printedAt: at }))
    .execute();
}
