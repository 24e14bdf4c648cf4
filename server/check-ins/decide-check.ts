import type { CheckVerdict } from '#app/model/check-ins.ts';
import type { WalkIn } from '#app/model/door-protocol.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { decideCheck, giveRegistration, lockChecks, lockHeldCheck } from '#db/check-ins/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import { registerWalkIn } from '#server/registrations/register-walk-in.ts';
import type { Services } from '#server/services.ts';
import { mergeAtPlace } from './merge-at-place.ts';

/** Of a badge at two doors: one person, or a copy. Of a check by a revoked door: take it, or refuse it. */
export type CheckDecision = { verdict: CheckVerdict } | { standing: 'taken' | 'rejected' };

/** gone: somebody decided before. */
export type DecidedCheck = { ok: true } | { ok: false; reason: 'gone' };

/** What an organiser says of a check that waits for it. */
export async function decideOnCheck(
  services: Services,
  { viewer, scope, id, decision }: { viewer: Viewer; scope: OrganisedEdition; id: string; decision: CheckDecision },
): Promise<DecidedCheck> {
  const { editionId } = scope;
  let meetingId: string | null = null;
  const decided = await inTransaction<DecidedCheck>(services.db, async (trx) => {
    await lockChecks(trx, editionId);
    if ('standing' in decision && decision.standing === 'taken') {
      const held = await lockHeldCheck(trx, { editionId, id });
      if (!held) return { ok: false, reason: 'gone' };
      if (held.registrationId === null) {
        // db/check-ins/write.ts writes this shape, and nothing else does
        const { organisation: organisationName, ...names } = held.walkIn as unknown as WalkIn;
        const { registrationId } = await registerWalkIn(trx, services, { id, editionId, organisationName, ...names });
        await giveRegistration(trx, { id, registrationId });
      }
    }
    const row = await decideCheck(trx, { editionId, id, by: viewer.personId, at: services.clock.now().toString() }, decision);
    if (!row) return { ok: false, reason: 'gone' };
    const { registrationId, day } = row;
    meetingId = row.meetingId;
    if (registrationId) await mergeAtPlace(trx, { editionId, meetingId }, [{ registrationId, day }]);
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'check_in.decide', subjectType: 'edition', subjectId: editionId },
      detail: { check: id, ...decision },
    });
    return { ok: true };
  });
  if (decided.ok && meetingId) services.live.changed(meetingId, 'attendance');
  return decided;
}
