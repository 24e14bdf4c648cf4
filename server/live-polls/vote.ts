import { findTime } from '#db/live-polls/meeting.ts';
import { holdPoll, putSupport, putVote } from '#db/live-polls/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { Voter } from './access.ts';

type Needs = Pick<Services, 'db' | 'live' | 'clock'>;

export type Voted = { ok: true } | { ok: false; reason: 'poll-unknown' | 'poll-closed' | 'option-unknown' | 'meeting-closed' };

/** One vote a person, changed as often as they like until the poll closes; of two at once the later counts. */
export async function vote(
  services: Needs,
  { viewer: { personId }, scope: { meetingId } }: Voter,
  { pollId, optionId }: { pollId: string; optionId: string },
): Promise<Voted> {
  const at = services.clock.now().toString();
  const voted = await inTransaction<Voted & { changed?: boolean }>(services.db, async (trx) => {
    if ((await findTime(trx, meetingId)) !== 'open') return { ok: false, reason: 'meeting-closed' };
    // held against closing: what is counted at the closing is all that was said to be counted
    const poll = await holdPoll(trx, meetingId, pollId, 'share');
    if (!poll) return { ok: false, reason: 'poll-unknown' };
    if (poll.closedAt !== null) return { ok: false, reason: 'poll-closed' };
    const changed = await putVote(trx, { pollId, optionId, personId, at });
    return changed === null ? { ok: false, reason: 'option-unknown' } : { ok: true, changed };
  });
  if (!voted.ok) return voted;
  if (voted.changed) services.live.changed(meetingId, 'polls');
  return { ok: true };
}

export type Supported = { ok: true } | { ok: false; reason: 'proposal-unknown' | 'meeting-closed' };

/** Supports a proposal of the notes, or takes it back; once a person. */
export async function supportProposal(
  services: Needs,
  { viewer: { personId }, scope: { meetingId } }: Voter,
  { blockId, supports }: { blockId: string; supports: boolean },
): Promise<Supported> {
  const at = services.clock.now().toString();
  const supported = await inTransaction<Supported & { changed?: boolean }>(services.db, async (trx) => {
    if ((await findTime(trx, meetingId)) !== 'open') return { ok: false, reason: 'meeting-closed' };
    const changed = await putSupport(trx, { meetingId, blockId, personId, at, supports });
    return changed === null ? { ok: false, reason: 'proposal-unknown' } : { ok: true, changed };
  });
  if (!supported.ok) return supported;
  if (supported.changed) services.live.changed(meetingId, 'polls');
  return { ok: true };
}
