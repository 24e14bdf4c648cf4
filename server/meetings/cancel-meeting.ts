import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { cancelRow, deleteDraft } from '#db/meetings/write.ts';
import { inTransaction } from '#db/transaction.ts';
import { notifyInvitees } from '#server/attendance/notify-invitees.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedMeeting } from './access.ts';
import { holdMeeting } from './hold-meeting.ts';

export type CancelledMeeting =
  | { ok: true; was: 'scheduled' | 'draft' }
  /** Somebody (or the same click) cancelled it before; nobody is told twice. */
  | { ok: false; reason: 'already' }
  /** A draft that has minutes is not thrown away. */
  | { ok: false; reason: 'has_minutes' };

/**
 * Cancels a meeting for good, with a reason for those invited ('' when none is given): it stays, shown as cancelled.
 * A draft, which nobody was told of, is deleted instead, with its agenda and notes.
 */
export async function cancelMeeting(
  services: Services,
  { viewer, scope, reason }: { viewer: Viewer; scope: OrganisedMeeting; reason: string },
): Promise<CancelledMeeting> {
  const { meetingId } = scope;
  const cancelled = await inTransaction(services.db, (trx) => cancelWithin(trx, services, { by: viewer.personId, meetingId, reason }));
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
