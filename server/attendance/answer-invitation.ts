import { type AnswerGiven, answerWindow } from '#app/model/attendance.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import { findInvitation } from '#db/attendance/invitations.ts';
import { updateAnswer } from '#db/attendance/write.ts';
import { recordAudit } from '#db/audit/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';

export type AnsweredInvitation =
  | { ok: true }
  /** Never invited, or taken off the list since. */
  | { ok: false; reason: 'not_invited' }
  /** The meeting has begun: from then on organisers note who was there. */
  | { ok: false; reason: 'started' }
  | { ok: false; reason: 'cancelled' }
  /** Still a draft, of which only its organisers know. */
  | { ok: false; reason: 'not_announced' };

/**
 * Writes down what an invited person answers, over what they answered before: until the meeting starts they may change
 * their mind. The scope (of a session, or of a mail's link) says who they are.
 */
export async function answerInvitation(
  services: Services,
  { scope, given }: { scope: MeetingScope; given: AnswerGiven },
): Promise<AnsweredInvitation> {
  const { meetingId, attendanceId } = scope;
  if (!attendanceId) return { ok: false, reason: 'not_invited' };
  const now = services.clock.now();
  const answered = await inTransaction<AnsweredInvitation>(services.db, async (trx) => {
    const invitation = await findInvitation(trx, attendanceId);
    if (!invitation) return { ok: false, reason: 'not_invited' };
    const window = answerWindow(invitation, now);
    if (window !== 'open') return { ok: false, reason: window };
    if (!(await updateAnswer(trx, { meetingId, attendanceId, given, at: now.toString(), by: null })))
      return { ok: false, reason: 'not_invited' };
    await recordAudit(trx, {
      personId: invitation.personId,
      action: 'attendance.answer',
      subjectType: 'meeting',
      subjectId: meetingId,
      detail: { attendanceId, answer: given.answer },
    });
    return { ok: true };
  });
  if (answered.ok) services.live.changed(meetingId, 'attendance');
  return answered;
}
