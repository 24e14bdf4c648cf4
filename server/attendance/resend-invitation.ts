import { isOver } from '#app/model/attendance.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findMeetingState } from '#db/attendance/invitations.ts';
import { lockAttendance, updateRecord } from '#db/attendance/write.ts';
import { recordAudit } from '#db/audit/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import type { Services } from '#server/services.ts';
import { queueMailTo } from './queue-invitations.ts';

export type ResentInvitation =
  | { ok: true }
  /** Taken off the list since. */
  | { ok: false; reason: 'gone' }
  /** Nobody knows an e-mail address of theirs. */
  | { ok: false; reason: 'no_address' }
  /** A draft, a cancelled or a past meeting invites nobody. */
  | { ok: false; reason: 'not_inviting' };

/**
 * Sends somebody their invitation once more, at the address they have today: for those who lost it, or whose address was
 * wrong. At most one an hour; their earlier links go on serving.
 */
export async function resendInvitation(
  services: Services,
  { viewer, scope, attendanceId }: { viewer: Viewer; scope: OrganisedMeeting; attendanceId: string },
): Promise<ResentInvitation> {
  const { meetingId } = scope;
  const now = services.clock.now();
  const resent = await inTransaction<ResentInvitation>(services.db, async (trx) => {
    const attendance = await lockAttendance(trx, { meetingId, attendanceId });
    if (!attendance) return { ok: false, reason: 'gone' };
    const { email } = attendance;
    if (!email) return { ok: false, reason: 'no_address' };
    const meeting = await findMeetingState(trx, meetingId);
    if (meeting.status !== 'scheduled' || isOver(meeting, now)) return { ok: false, reason: 'not_inviting' };
    await updateRecord(trx, { meetingId, attendanceId, record: { invitedAt: now.toString() } });
    const hour = now.toString().slice(0, 13);
    const dedupeKey = `invitation:${attendanceId}:${meeting.sequence}:${email}:${hour}`;
    await queueMailTo(
      trx,
      services,
      { ...attendance, email },
      { template: 'invitation', payload: { attendanceId, by: viewer.personId }, dedupeKey },
    );
    await recordAudit(trx, {
      personId: viewer.personId,
      action: 'attendance.resend_invitation',
      subjectType: 'meeting',
      subjectId: meetingId,
      detail: { attendanceId },
    });
    return { ok: true };
  });
  if (resent.ok) services.live.changed(meetingId, 'attendance');
  return resent;
}
