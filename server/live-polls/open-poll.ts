import type { PollQuestion } from '#app/model/live-polls.ts';
import { recordAudit } from '#db/audit/write.ts';
import { findTime, hasPoint } from '#db/live-polls/meeting.ts';
import { insertPoll } from '#db/live-polls/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { PollLeader } from './access.ts';

export type OpenedPoll = { ok: true } | { ok: false; reason: 'poll-open' | 'point-unknown' | 'meeting-closed' };

/**
 * Puts a question to the meeting. One poll is open at a time: of two at once the database lets one in. `id` comes with the
 * form: the same form sent twice opens one poll.
 */
export async function openPoll(
  services: Pick<Services, 'db' | 'live' | 'clock'>,
  { viewer, scope }: PollLeader,
  { id, agendaItemId, asked }: { id: string; agendaItemId: string; asked: PollQuestion },
): Promise<OpenedPoll> {
  const { meetingId } = scope;
  const openedAt = services.clock.now().toString();
  const opened = await inTransaction<OpenedPoll>(services.db, async (trx) => {
    if ((await findTime(trx, meetingId)) !== 'open') return { ok: false, reason: 'meeting-closed' };
    if (!(await hasPoint(trx, meetingId, agendaItemId))) return { ok: false, reason: 'point-unknown' };
    const poll = await insertPoll(trx, { id, meetingId, agendaItemId, ...asked, openedAt, openedBy: viewer.personId });
    if (poll === 'taken') return { ok: false, reason: 'poll-open' };
    if (poll === 'opened') await recordAudit(trx, auditOf('open', viewer.personId, meetingId, id));
    return { ok: true };
  });
  if (opened.ok) services.live.changed(meetingId, 'polls');
  return opened;
}

/** Who opened and closed what; never who voted. */
export function auditOf(verb: 'open' | 'close' | 'insert', personId: string, meetingId: string, pollId: string) {
  return { personId, action: `live_polls.${verb}`, subjectType: 'meeting', subjectId: meetingId, detail: { pollId } };
}
