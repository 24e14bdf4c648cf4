import type { SpeakerScope } from '#app/model/scope.ts';
import { recordAudit } from '#db/audit/write.ts';
import { deletePortrait, holdSpeaker, writePortrait } from '#db/speakers/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import { makePortrait, type PortraitFault } from './portraits/make-portrait.ts';

export type KeptPortrait = { ok: true } | { ok: false; reason: PortraitFault };

/** Makes a portrait out of the picture that came, and keeps it in place of the one before. */
export async function keepPortrait(services: Services, scope: SpeakerScope, picture: Uint8Array): Promise<KeptPortrait> {
  const made = await makePortrait(services.log, picture);
  if (!made.ok) return made;
  await inTransaction(services.db, async (trx) => {
    await holdSpeaker(trx, scope);
    await writePortrait(trx, scope, made.webp, services.clock.now().toString());
    await recordAudit(trx, auditOf('speaker.portrait', scope));
  });
  return { ok: true };
}

/** Takes the portrait away; once more changes nothing. */
export async function removePortrait(services: Services, scope: SpeakerScope): Promise<void> {
  await inTransaction(services.db, async (trx) => {
    if (await deletePortrait(trx, scope)) await recordAudit(trx, auditOf('speaker.remove_portrait', scope));
  });
}

const auditOf = (action: string, { editionId, personId }: SpeakerScope) => ({
  ...{ personId, action, subjectType: 'edition', subjectId: editionId },
});
