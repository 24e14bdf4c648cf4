import type { Viewer } from '#app/model/viewer.ts';
import { updateCheckIn } from '#db/attendance/write.ts';
import { recordAudit } from '#db/audit/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import type { Services } from '#server/services.ts';

export type CheckedIn = { ok: true } | { ok: false; reason: 'gone' };

/** Notes that somebody is in the room (`present`), with the hour of the first time it is said, or takes it back. */
export async function checkIn(
  services: Services,
  { viewer, scope, attendanceId, present }: { viewer: Viewer; scope: OrganisedMeeting; attendanceId: string; present: boolean },
): Promise<CheckedIn> {
  const { meetingId } = scope;
  const checked = await inTransaction<CheckedIn>(services.db, async (trx) => {
    const at = present ? services.clock.now().toString() : null;
    if (!(await updateCheckIn(trx, { meetingId, attendanceId, at }))) return { ok: false, reason: 'gone' };
    await recordAudit(trx, {
      personId: viewer.personId,
      action: present ? 'attendance.check_in' : 'attendance.undo_check_in',
      subjectType: 'meeting',
      subjectId: meetingId,
      detail: { attendanceId },
    });
    return { ok: true };
  });
  if (checked.ok) services.live.changed(meetingId, 'attendance');
  return checked;
}
