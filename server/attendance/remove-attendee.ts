import { isOver } from '#app/model/attendance.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findKnownMeeting, findMeetingState } from '#db/attendance/invitations.ts';
import { deleteAttendance, lockAttendance, raiseSequence } from '#db/attendance/write.ts';
import { recordAudit } from '#db/audit/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import { holdMeeting } from '#server/meetings/hold-meeting.ts';
import type { Services } from '#server/services.ts';
import { queueMailTo } from './queue-invitations.ts';

export type RemovedAttendee =
  /** `written`: a mail that takes the invitation back leaves now. */
  | { ok: true; written: boolean }
  /** Somebody who was there stays on the list; undo the check-in first if it was wrong. */
  | { ok: false; reason: 'checked_in' };

/**
 * Takes somebody off a meeting's list; off already is as good. Whoever had been invited is told, their calendar drops the
 * meeting, their links open nothing any more, and their open pages close.
 */
export async function removeAttendee(
  services: Services,
  { viewer, scope, attendanceId }: { viewer: Viewer; scope: OrganisedMeeting; attendanceId: string },
): Promise<RemovedAttendee> {
  const { meetingId } = scope;
  const removed = await inTransaction(services.db, async (trx) => {
    const { status } = await holdMeeting(trx, meetingId);
    const attendance = await lockAttendance(trx, { meetingId, attendanceId });
    if (!attendance) return { ok: true as const, written: false, personId: null };
    if (attendance.checkedInAt) return { ok: false as const, reason: 'checked_in' as const };
    const { personId, email } = attendance;
    const told =
      attendance.invitedAt !== null && status === 'scheduled' && !isOver(await findMeetingState(trx, meetingId), services.clock.now());
    await deleteAttendance(trx, { meetingId, attendanceId });
    if (told && email) {
      const sequence = await raiseSequence(trx, meetingId);
      const known = { ...(await findKnownMeeting(trx, meetingId)), removedAt: services.clock.now().toString() };
      const payload = { meetingId, attendanceId, why: 'removed' as const, sequence, by: viewer.personId, known };
      const dedupeKey = `cancellation:${attendanceId}:${sequence}`;
      await queueMailTo(trx, services, { ...attendance, email }, { template: 'cancellation', payload, dedupeKey });
    }
    await recordAudit(trx, {
      personId: viewer.personId,
      action: 'attendance.remove',
      subjectType: 'meeting',
      subjectId: meetingId,
      detail: { personId, told },
    });
    return { ok: true as const, written: told && email !== null, personId };
  });
  if (!removed.ok) return removed;
  if (removed.personId) {
    services.live.changed(meetingId, 'attendance');
    services.live.accessChanged({ personId: removed.personId });
  }
  return { ok: true, written: removed.written };
}
