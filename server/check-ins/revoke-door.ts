import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { revokeRow } from '#db/check-ins/write-doors.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import type { Services } from '#server/services.ts';

/** Ends a door's link at once; what its phones noted before and have not handed over yet is held for the organisers. */
export async function revokeDoor(
  services: Services,
  { viewer, scope, doorId }: { viewer: Viewer; scope: OrganisedEdition; doorId: string },
): Promise<{ ok: true } | { ok: false; reason: 'gone' }> {
  const { editionId } = scope;
  return inTransaction<{ ok: true } | { ok: false; reason: 'gone' }>(services.db, async (trx) => {
    if (!(await revokeRow(trx, { editionId, doorId, at: services.clock.now().toString() }))) return { ok: false, reason: 'gone' };
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'check_in_door.revoke', subjectType: 'edition', subjectId: editionId },
      detail: { doorId },
    });
    return { ok: true };
  });
}
