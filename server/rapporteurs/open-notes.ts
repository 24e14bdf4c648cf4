import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { findOpening } from '#db/rapporteurs/read-open.ts';
import { putNotesOpen } from '#db/rapporteurs/write-open.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import { holdMeeting } from '#server/meetings/hold-meeting.ts';
import type { Services } from '#server/services.ts';

export type NotesOpened = { ok: true } | { ok: false; reason: 'not_public' };

/** Opens the notes of a public meeting to everybody for reading while they are written, or closes them. Off until somebody does. */
export async function openNotes(
  services: Services,
  { viewer, scope, open }: { viewer: Viewer; scope: OrganisedMeeting; open: boolean },
): Promise<NotesOpened> {
  const { meetingId } = scope;
  const opened = await inTransaction<NotesOpened>(services.db, async (trx) => {
    const { status } = await holdMeeting(trx, meetingId);
    const { visibility } = await findOpening(trx, meetingId);
    if (open && (visibility !== 'public' || status !== 'scheduled')) return { ok: false, reason: 'not_public' };
    await putNotesOpen(trx, { meetingId, at: open ? services.clock.now().toString() : null });
    const action = open ? 'notes.open' : 'notes.close';
    await recordAudit(trx, { personId: viewer.personId, action, subjectType: 'meeting', subjectId: meetingId });
    return { ok: true };
  });
  if (opened.ok) services.live.changed(meetingId, 'meeting');
  return opened;
}
