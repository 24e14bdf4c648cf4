import { isOver } from '#app/model/attendance.ts';
import type { SpeakerScope } from '#app/model/scope.ts';
import { updateAnswer } from '#db/attendance/write.ts';
import { recordAudit } from '#db/audit/write.ts';
import { holdPart, writeRegret } from '#db/speakers/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import { tellOrganisers } from './tell-organisers.ts';

export type AnsweredSession = { ok: true } | { ok: false; reason: 'gone' | 'over' };

/**
 * A speaker confirms a session or declines it, as often as they like until it is over; also one of a programme that is not
 * announced yet, since that is when speakers are asked. `words` (clean) say why they decline. Organisers hear of every refusal.
 */
export async function answerSession(
  services: Services,
  scope: SpeakerScope,
  { attendanceId, comes, words }: { attendanceId: string; comes: boolean; words: string },
): Promise<AnsweredSession> {
  const now = services.clock.now();
  let meetingId = '';
  const answered = await inTransaction<AnsweredSession>(services.db, async (trx) => {
    const part = await holdPart(trx, { ...scope, attendanceId });
    if (!part) return { ok: false, reason: 'gone' };
    if (part.status === 'cancelled' || isOver(part, now)) return { ok: false, reason: 'over' };
    meetingId = part.meetingId;
    const answer = comes ? (part.answer === 'remote' ? 'remote' : 'in_person') : 'declined';
    const given = { answer, substituteName: '', substituteFunction: '' } as const;
    await updateAnswer(trx, { meetingId, attendanceId, given, at: now.toString(), by: null });
    await writeRegret(trx, attendanceId, comes ? '' : words, now.toString());
    await recordAudit(trx, {
      ...{ personId: scope.personId, action: 'speaker.answer', subjectType: 'meeting', subjectId: meetingId },
      detail: { attendanceId, answer },
    });
    if (!comes && part.answer !== 'declined')
      await tellOrganisers(trx, services, scope.editionId, {
        template: 'speaker-declined',
        payload: { attendanceId },
        dedupeKey: `speaker-declined:${crypto.randomUUID()}`,
      });
    return { ok: true };
  });
  if (answered.ok) services.live.changed(meetingId, 'attendance');
  return answered;
}
