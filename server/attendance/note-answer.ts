import type { AnswerGiven } from '#app/model/attendance.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { lockAttendance, updateAnswer } from '#db/attendance/write.ts';
import { recordAudit } from '#db/audit/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import type { Services } from '#server/services.ts';

export type NotedAnswer = { ok: true } | { ok: false; reason: 'gone' };

/**
 * Writes down, at any time, what somebody told an organiser by telephone or in the room; `given` null takes an answer
 * back. The list says who noted it, unless organisers answer for themselves.
 */
export async function noteAnswer(
  services: Services,
  { viewer, scope, attendanceId, given }: { viewer: Viewer; scope: OrganisedMeeting; attendanceId: string; given: AnswerGiven | null },
): Promise<NotedAnswer> {
  const { meetingId } = scope;
  const noted = await inTransaction<NotedAnswer>(services.db, async (trx) => {
    const attendance = await lockAttendance(trx, { meetingId, attendanceId });
    if (!attendance) return { ok: false, reason: 'gone' };
    const by = attendance.personId === viewer.personId ? null : viewer.personId;
    await updateAnswer(trx, { meetingId, attendanceId, given, at: services.clock.now().toString(), by });
    await recordAudit(trx, {
      personId: viewer.personId,
      action: 'attendance.note_answer',
      subjectType: 'meeting',
      subjectId: meetingId,
      detail: { attendanceId, from: attendance.answer, to: given?.answer ?? 'none' },
    });
    return { ok: true };
  });
  if (noted.ok) services.live.changed(meetingId, 'attendance');
  return noted;
}
