import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { putDue, putPlan } from '#db/rapporteurs/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import { holdMeeting } from '#server/meetings/hold-meeting.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import type { Services } from '#server/services.ts';

/** Gives the rapporteurs of an edition so many days after their session; null: as long as they like. */
export async function planDeadlines(
  services: Services,
  { viewer, edition, dueDays, revision }: { viewer: Viewer; edition: OrganisedEdition; dueDays: number | null; revision: number },
): Promise<{ ok: true } | { ok: false; reason: 'conflict' }> {
  const { editionId } = edition;
  return inTransaction(services.db, async (trx) => {
    if (!(await putPlan(trx, { editionId, dueDays, revision }))) return { ok: false as const, reason: 'conflict' as const };
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'rapporteurs.deadline', subjectType: 'edition', subjectId: editionId },
      detail: { dueDays },
    });
    return { ok: true as const };
  });
}

/** A deadline of one session's own; null: that of its edition holds again. */
export async function planOwnDeadline(
  services: Services,
  { viewer, session: { meetingId }, dueOn }: { viewer: Viewer; session: OrganisedMeeting; dueOn: string | null },
): Promise<void> {
  await inTransaction(services.db, async (trx) => {
    await holdMeeting(trx, meetingId);
    await putDue(trx, { meetingId, dueOn });
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'rapporteurs.own_deadline', subjectType: 'meeting', subjectId: meetingId },
      detail: { dueOn },
    });
  });
}
