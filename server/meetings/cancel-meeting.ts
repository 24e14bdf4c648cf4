import { isConfirmed } from '#app/model/outbox.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { cancelRow, deleteDraft } from '#db/meetings/write.ts';
import { inTransaction } from '#db/transaction.ts';
import { countTold } from '#server/attendance/count-told.ts';
import { notifyInvitees } from '#server/attendance/notify-invitees.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedMeeting } from './access.ts';
import { holdMeeting } from './hold-meeting.ts';

export type CancelledMeeting =
  | { ok: true; was: 'scheduled' | 'draft' }
  /** Somebody (or the same click) cancelled it before; nobody is told twice. */
  | { ok: false; reason: 'already' }
  /** A draft that has minutes is not thrown away. */
  | { ok: false; reason: 'has_minutes' }
  /** So many would be told, which is not the number that was confirmed. */
  | { ok: false; reason: 'count_changed'; count: number };

/**
 * Cancels a meeting for good, if those who are told are as many as the organiser confirmed (few need none), with a reason for those invited ('' when none is given): it stays, shown as cancelled.
 * A draft, which nobody was told of, is deleted instead, with its agenda and notes.
 */
export async function cancelMeeting(
  services: Services,
  { viewer, scope, reason, confirmed = null }: { viewer: Viewer; scope: OrganisedMeeting; reason: string; confirmed?: number | null },
): Promise<CancelledMeeting> {
  const { meetingId } = scope;
  const cancelled = await inTransaction(services.db, async (trx): Promise<CancelledMeeting> => {
    const { status } = await holdMeeting(trx, meetingId);
    const count = status === 'scheduled' ? await countTold(trx, services, { meetingId, what: 'cancelled' }) : 0;
    if (!isConfirmed(count, confirmed)) return { ok: false, reason: 'count_changed', count };
    return cancelWithin(trx, services, { by: viewer.personId, meetingId, reason });
  });
  if (cancelled.ok) services.live.changed(meetingId, 'meeting');
  if (cancelled.ok && cancelled.was === 'draft') services.live.accessChanged({ meetingId });
  return cancelled;
}

/** The same inside a transaction that goes on to write; open pages are told after its commit. `by`: the organiser. */
export async function cancelWithin(
  trx: Trx,
  services: Services,
  { by, meetingId, reason }: { by: string; meetingId: string; reason: string },
): Promise<CancelledMeeting> {
  const { status } = await holdMeeting(trx, meetingId);
  if (status === 'cancelled') return { ok: false, reason: 'already' };
  const entry = { personId: by, subjectType: 'meeting', subjectId: meetingId };
  if (status === 'draft') {
    if (!(await deleteDraft(trx, meetingId))) return { ok: false, reason: 'has_minutes' };
    await recordAudit(trx, { ...entry, action: 'meeting.discard' });
    return { ok: true, was: 'draft' };
  }
  await cancelRow(trx, { id: meetingId, reason, now: services.clock.now().toString() });
  await notifyInvitees(trx, services, { meetingId, by, what: 'cancelled' });
  await recordAudit(trx, { ...entry, action: 'meeting.cancel' });
  return { ok: true, was: 'scheduled' };
}
