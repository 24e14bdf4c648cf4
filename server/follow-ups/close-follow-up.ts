import type { GroupScope, MeetingScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { lockFollowUp, updateFollowUp } from '#db/follow-ups/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';

export type ClosedFollowUp = { ok: true } | { ok: false; reason: 'gone' };

/**
 * One click of an organiser, or of whoever leads the next meeting: « faite », or not after all. The caller's gate says
 * that they may, for this group. Twice is once.
 */
export async function closeFollowUp(
  services: Services,
  { viewer, scope, id, done }: { viewer: Viewer; scope: Pick<GroupScope | MeetingScope, 'groupId'>; id: string; done: boolean },
): Promise<ClosedFollowUp> {
  const now = services.clock.now().toString();
  return inTransaction<ClosedFollowUp>(services.db, async (trx) => {
    const row = await lockFollowUp(trx, id);
    if (!row || row.groupId !== scope.groupId || row.state === 'withdrawn' || row.kind !== 'action') return { ok: false, reason: 'gone' };
    const state = done ? 'done' : 'open';
    if (row.state === state) return { ok: true };
    await updateFollowUp(trx, id, { state, stateAt: now, stateBy: viewer.personId }, now);
    const detail = { from: row.state, to: state };
    await recordAudit(trx, { personId: viewer.personId, action: 'follow_up.close', subjectType: 'follow_up', subjectId: id, detail });
    return { ok: true };
  });
}
