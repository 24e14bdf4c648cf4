import { type MinutesState, mayBecome, notesOpenTo } from '#app/model/minutes.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { countOpenProposals, holdMinutes, moveToState } from '#db/minutes/write-state.ts';
import { inTransaction } from '#db/transaction.ts';
import { queueSummaries } from '#server/reviews/tell-outcome.ts';
import type { Services } from '#server/services.ts';
import { hashForApproval } from './hash-for-approval.ts';
import { namedBy } from './note-version.ts';
import { mayChangeState } from './policy.ts';

/** What an organiser asks for; published is not among it, see publish-minutes.ts. */
export type WantedState = Exclude<MinutesState, 'published'>;

export type StateChange =
  /** `afterCommit` gives open notes their new rights, and tells open pages. */
  | { ok: true; minutesId: string; was: MinutesState; afterCommit(): void }
  /** `state`: where the minutes are; somebody else may just have brought them there. */
  | { ok: false; reason: 'wrong-state'; state: MinutesState }
  | { ok: false; reason: 'open-proposals'; count: number }
  | { ok: false; reason: 'not-allowed' | 'empty' };

interface Change {
  to: WantedState;
  /** Approve though there are proposals that nobody decided. */
  knowingly?: boolean;
}

/**
 * Approves the minutes as they are composed now, or opens them again as a draft. Who writes in the notes changes with it, at
 * once, in open sockets too.
 */
export async function changeState(services: Services, scope: MeetingScope, by: Viewer, change: Change): Promise<StateChange> {
  if (!mayChangeState(scope.can)) return { ok: false, reason: 'not-allowed' };
  // read before the lock: a word that changes in between makes the hash another one, and publishing asks to approve again
  const approved = change.to === 'approved' ? await hashForApproval(services, scope) : undefined;
  if (approved === null) return { ok: false, reason: 'empty' };
  const changed = await inTransaction(services.db, (trx) => changeStateWithin(trx, services, scope, by, { ...change, approved }));
  if (changed.ok) changed.afterCommit();
  return changed;
}

/** The same inside the caller's transaction, which calls `afterCommit` when it is committed. A refusal writes nothing. */
export async function changeStateWithin(
  trx: Trx,
  services: Services,
  scope: MeetingScope,
  by: Viewer,
  { to, knowingly = false, approved }: Change & { approved?: Buffer | undefined },
): Promise<StateChange> {
  if (!mayChangeState(scope.can)) return { ok: false, reason: 'not-allowed' };
  if (to === 'approved' && !approved) throw new Error('What is approved has to be hashed: call changeState.');
  const { meetingId } = scope;
  const minutes = await holdMinutes(trx, meetingId);
  if (!mayBecome(minutes.state, to)) return { ok: false, reason: 'wrong-state', state: minutes.state };
  if (to === 'approved' && !knowingly) {
    const count = await countOpenProposals(trx, minutes.id);
    if (count > 0) return { ok: false, reason: 'open-proposals', count };
  }
  const { closedReview } = await moveToState(trx, {
    ...{ minutesId: minutes.id, state: to, at: services.clock.now().toString() },
    by: namedBy(by),
    ...(approved && { approvedSha256: approved }),
  });
  if (closedReview) await queueSummaries(trx, services, closedReview);
  const detail = { from: minutes.state, to };
  await recordAudit(trx, { personId: by.personId, action: 'minutes.state', subjectType: 'meeting', subjectId: meetingId, detail });
  return {
    ...{ ok: true, minutesId: minutes.id, was: minutes.state },
    afterCommit() {
      if (notesOpenTo(minutes.state) !== notesOpenTo(to)) services.live.accessChanged({ meetingId });
      services.live.changed(meetingId, 'minutes');
    },
  };
}
