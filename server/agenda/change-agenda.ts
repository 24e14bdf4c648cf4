import type { Viewer } from '#app/model/viewer.ts';
import { touchMeeting } from '#db/agenda/write.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { inTransaction } from '#db/transaction.ts';
import type { ArrangedMeeting } from '#server/meetings/access.ts';
import { holdMeeting } from '#server/meetings/hold-meeting.ts';
import type { Services } from '#server/services.ts';

export interface AgendaChange {
  viewer: Viewer;
  scope: ArrangedMeeting;
}

/**
 * The frame of every change of an agenda: one at a time a meeting, so that two organisers at once never lose a point;
 * refused for a cancelled meeting; told to open pages after the commit when `work` answers ok.
 */
export async function changeAgenda<Answer extends { ok: boolean }>(
  services: Services,
  { viewer, scope }: AgendaChange,
  { action, itemId }: { action: 'add' | 'edit' | 'move' | 'remove'; itemId: string },
  work: (trx: Trx) => Promise<Answer>,
): Promise<Answer | { ok: false; reason: 'cancelled' }> {
  const { meetingId } = scope;
  const answer = await inTransaction(services.db, async (trx) => {
    const { status } = await holdMeeting(trx, meetingId);
    if (status === 'cancelled') return { ok: false as const, reason: 'cancelled' as const };
    const done = await work(trx);
    if (!done.ok) return done;
    await touchMeeting(trx, meetingId, services.clock.now().toString());
    const detail = { itemId };
    await recordAudit(trx, { personId: viewer.personId, action: `agenda.${action}`, subjectType: 'meeting', subjectId: meetingId, detail });
    return done;
  });
  if (answer.ok) services.live.changed(meetingId, 'agenda');
  return answer;
}
