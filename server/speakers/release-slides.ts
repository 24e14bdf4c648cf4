import type { SlidesRelease } from '#app/model/speakers.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { releaseSlides as write } from '#db/speakers/write-board.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import type { Services } from '#server/services.ts';

/** An organiser says who may have somebody's slides. */
export async function releaseSlides(
  services: Services,
  { viewer, scope, attendanceId, release }: { viewer: Viewer; scope: OrganisedEdition; attendanceId: string; release: SlidesRelease },
): Promise<{ ok: true } | { ok: false; reason: 'gone' }> {
  return inTransaction(services.db, async (trx) => {
    if (!(await write(trx, { editionId: scope.editionId, attendanceId, release }))) return { ok: false, reason: 'gone' };
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'speaker.release_slides', subjectType: 'edition', subjectId: scope.editionId },
      detail: { attendanceId, release },
    });
    return { ok: true };
  });
}
