import type { OwnerAnswer } from '#app/model/follow-ups.ts';
import type { OwnFollowUpScope } from '#app/model/scope.ts';
import { recordAudit } from '#db/audit/write.ts';
import { type FollowUpChange, type LockedFollowUp, lockFollowUp, updateFollowUp } from '#db/follow-ups/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';

export type AnsweredFollowUp =
  | { ok: true }
  /** Given to somebody else meanwhile, or gone from the minutes. */
  | { ok: false; reason: 'gone' }
  /** Done or closed meanwhile. */
  | { ok: false; reason: 'closed' };

/** Writes down what whoever is to do an action says of it. The same answer twice is one; the scope says who they are. */
export async function answerFollowUp(
  services: Services,
  { scope, answer }: { scope: OwnFollowUpScope; answer: OwnerAnswer },
): Promise<AnsweredFollowUp> {
  const { followUpId, personId } = scope;
  const now = services.clock.now().toString();
  return inTransaction<AnsweredFollowUp>(services.db, async (trx) => {
    const row = await lockFollowUp(trx, followUpId);
    if (!row || row.ownerId !== personId || row.state === 'withdrawn') return { ok: false, reason: 'gone' };
    const change = changeOf(row, answer, personId, now);
    if (change === 'closed') return { ok: false, reason: 'closed' };
    if (change === 'nothing') return { ok: true };
    await updateFollowUp(trx, followUpId, change, now);
    await recordAudit(trx, {
      ...{ personId, action: 'follow_up.answer', subjectType: 'follow_up', subjectId: followUpId },
      detail: { say: answer.say, ...(answer.say === 'other_date' && { due: answer.due }) },
    });
    return { ok: true };
  });
}

function changeOf(row: LockedFollowUp, answer: OwnerAnswer, personId: string, now: string): FollowUpChange | 'closed' | 'nothing' {
  if (answer.say === 'not_done') {
    if (row.state === 'open') return 'nothing';
    // what an organiser closed, an organiser opens again
    return row.state === 'done' && row.stateBy === personId ? { state: 'open', stateAt: now, stateBy: personId } : 'closed';
  }
  if (answer.say === 'done') {
    if (row.state === 'dropped') return 'closed';
    if (row.state === 'done') return answer.outcome === '' || answer.outcome === row.outcome ? 'nothing' : { outcome: answer.outcome };
    const outcome = answer.outcome || row.outcome;
    return {
      state: 'done',
      stateAt: now,
      stateBy: personId,
      outcome,
      confirmedAt: row.confirmedAt ?? now,
      declinedAt: null,
      askedDue: null,
    };
  }
  if (row.state !== 'open') return 'closed';
  switch (answer.say) {
    case 'yes':
      return row.confirmedAt ? 'nothing' : { confirmedAt: now, declinedAt: null, ownerWord: '' };
    case 'not_me':
      return { declinedAt: now, confirmedAt: null, askedDue: null, ownerWord: answer.word };
    case 'other_date':
      return { askedDue: answer.due, confirmedAt: row.confirmedAt ?? now, declinedAt: null, ownerWord: answer.word };
  }
}
