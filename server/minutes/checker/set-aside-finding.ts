import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { deleteSetAside, insertSetAside } from '#db/minutes/findings.ts';
import { holdMinutes } from '#db/minutes/write-state.ts';
import { inTransaction } from '#db/transaction.ts';
import type { ArrangedMeeting } from '#server/meetings/access.ts';
import type { Services } from '#server/services.ts';
import { findFindings } from './find-findings.ts';

/** « gone »: the words have changed since, or somebody set it aside before. */
export type FindingDone = { ok: true } | { ok: false; reason: 'gone' };

/** Says of a finding that all is well: it stays away as long as the words of its paragraph stay. */
export async function setAsideFinding(
  services: Services,
  { scope, viewer, fingerprint }: { scope: ArrangedMeeting; viewer: Viewer; fingerprint: string },
): Promise<FindingDone> {
  const finding = (await findFindings(services, scope)).find((one) => one.fingerprint === fingerprint);
  if (!finding) return { ok: false, reason: 'gone' };
  const at = services.clock.now().toString();
  await inTransaction(services.db, async (trx) => {
    const { id: minutesId } = await holdMinutes(trx, scope.meetingId);
    await insertSetAside(trx, { minutesId, rule: finding.rule, fingerprint, by: viewer.personId, at });
    const detail = { rule: finding.rule, problem: finding.problem };
    await recordAudit(trx, {
      personId: viewer.personId,
      action: 'minutes.set_aside',
      subjectType: 'meeting',
      subjectId: scope.meetingId,
      detail,
    });
  });
  return { ok: true };
}

/** Brings back whatever was set aside in these minutes. */
export async function restoreFindings(services: Services, { scope, viewer }: { scope: ArrangedMeeting; viewer: Viewer }): Promise<void> {
  await inTransaction(services.db, async (trx) => {
    const { id: minutesId } = await holdMinutes(trx, scope.meetingId);
    await deleteSetAside(trx, minutesId);
    await recordAudit(trx, {
      personId: viewer.personId,
      action: 'minutes.restore_findings',
      subjectType: 'meeting',
      subjectId: scope.meetingId,
    });
  });
}
