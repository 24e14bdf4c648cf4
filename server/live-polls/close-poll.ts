import { recordAudit } from '#db/audit/write.ts';
import { findTime, hasPoint } from '#db/live-polls/meeting.ts';
import { findResult } from '#db/live-polls/state.ts';
import { holdPoll, markClosed, markInserted } from '#db/live-polls/write.ts';
import { inTransaction } from '#db/transaction.ts';
import { appendBlocks } from '#server/notes/write-notes.ts';
import type { Services } from '#server/services.ts';
import type { PollLeader } from './access.ts';
import { auditOf } from './open-poll.ts';
import { resultBlocks } from './result-blocks.ts';

export type ClosedPoll =
  | { ok: true }
  | { ok: false; reason: 'poll-unknown' | 'point-unknown' | 'section-locked' | 'too-large' | 'meeting-closed' };

/** Ends the voting; the result stays readable in the panel. Closing again changes nothing. */
export async function closePoll(
  services: Pick<Services, 'db' | 'live' | 'clock'>,
  { viewer, scope: { meetingId } }: PollLeader,
  pollId: string,
): Promise<ClosedPoll> {
  const at = services.clock.now().toString();
  const closed = await inTransaction<ClosedPoll>(services.db, async (trx) => {
    const poll = await holdPoll(trx, meetingId, pollId, 'update');
    if (!poll) return { ok: false, reason: 'poll-unknown' };
    if (poll.closedAt !== null) return { ok: true };
    await markClosed(trx, pollId, at);
    await recordAudit(trx, auditOf('close', viewer.personId, meetingId, pollId));
    return { ok: true };
  });
  if (closed.ok) services.live.changed(meetingId, 'polls');
  return closed;
}

/**
 * Ends the voting if it goes on, and writes the result at the end of the notes of its point, in the name of whoever asks.
 * Refused before anything changed where the notes take nothing. Twice, or at once from two pages, writes it once.
 */
export async function insertResult(
  services: Pick<Services, 'db' | 'live' | 'clock'>,
  leader: PollLeader,
  { pollId, locale }: { pollId: string; locale: 'fr' | 'en' },
): Promise<ClosedPoll> {
  const { db, live, clock } = services;
  const { meetingId, can } = leader.scope;
  // closed notes are written by organisers only
  if (!can.organise && (await findTime(db, meetingId)) !== 'open') return { ok: false, reason: 'meeting-closed' };
  const before = await findResult(db, meetingId, pollId);
  if (!before) return { ok: false, reason: 'poll-unknown' };
  const { agendaItemId } = before;
  if (!agendaItemId || !(await hasPoint(db, meetingId, agendaItemId))) return { ok: false, reason: 'point-unknown' };
  if (before.locked) return { ok: false, reason: 'section-locked' };
  const closed = await closePoll(services, leader, pollId);
  // read again: until it closed, people voted
  const poll = closed.ok ? await findResult(db, meetingId, pollId) : undefined;
  if (!closed.ok || !poll) return closed;
  const written = await appendBlocks(services, meetingId, agendaItemId, resultBlocks(poll, locale), leader.viewer.personId);
  if (!written.ok)
    return written.reason === 'section-unknown' ? { ok: false, reason: 'point-unknown' } : { ok: false, reason: written.reason };
  const at = clock.now().toString();
  await inTransaction(db, async (trx) => {
    await markInserted(trx, pollId, at);
    await recordAudit(trx, auditOf('insert', leader.viewer.personId, meetingId, pollId));
  });
  live.changed(meetingId, 'polls');
  return { ok: true };
}
