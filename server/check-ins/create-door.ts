import { CHECK_LIMITS } from '#app/model/check-ins.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { insertDoor } from '#db/check-ins/write-doors.ts';
import { inTransaction } from '#db/transaction.ts';
import { hashOfSecret } from '#server/accounts/secrets.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import type { Services } from '#server/services.ts';
import { doorToken } from './door-token.ts';

export interface NewDoor {
  /** From the form: the same form sent twice makes one door. */
  id: string;
  /** A clean line, 1 to CHECK_LIMITS.doorName characters. */
  name: string;
  /** Null: the entrance of the edition. */
  meetingId: string | null;
  countsOut: boolean;
}

/** elsewhere: the session is of another edition, or there is none; full: there are CHECK_LIMITS.doors. */
export type CreatedDoor = { ok: true; token: string } | { ok: false; reason: 'elsewhere' | 'full' };

/** Makes a door with a link of its own, for the phones of volunteers. */
export async function createDoor(
  services: Services,
  { viewer, scope, door }: { viewer: Viewer; scope: OrganisedEdition; door: NewDoor },
): Promise<CreatedDoor> {
  const { editionId } = scope;
  const token = doorToken(services, door.id);
  const tokenHash = hashOfSecret(token);
  if (!tokenHash) throw new Error('The secret of a door has the wrong shape.');
  return inTransaction<CreatedDoor>(services.db, async (trx) => {
    const createdAt = services.clock.now().toString();
    const inserted = await insertDoor(trx, {
      ...door,
      editionId,
      tokenHash,
      createdBy: viewer.personId,
      createdAt,
      most: CHECK_LIMITS.doors,
    });
    if (inserted !== 'new') return inserted === 'again' ? { ok: true, token } : { ok: false, reason: inserted };
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'check_in_door.create', subjectType: 'edition', subjectId: editionId },
      detail: { doorId: door.id, meetingId: door.meetingId },
    });
    return { ok: true, token };
  });
}
