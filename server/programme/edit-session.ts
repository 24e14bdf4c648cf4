import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { findPlacement } from '#db/programme/write-placements.ts';
import { type SessionDetails, updateSessionDetails } from '#db/programme/write-sessions.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedEdition } from './access.ts';
import { holdEdition } from './hold-edition.ts';

/**
 * Writes the languages and the places of a session, which registering looks at from then on; they are no part of a version
 * of the programme. Refused when it is no session of this edition, or is cancelled.
 */
export async function editSession(
  services: Services,
  { viewer, scope, meetingId, details }: { viewer: Viewer; scope: OrganisedEdition; meetingId: string; details: SessionDetails },
): Promise<{ ok: true } | { ok: false; reason: 'no_session' | 'cancelled' }> {
  const edited = await inTransaction(services.db, async (trx) => {
    await holdEdition(trx, scope.editionId);
    const current = await findPlacement(trx, scope.editionId, meetingId);
    if (!current) return { ok: false as const, reason: 'no_session' as const };
    if (current.status === 'cancelled') return { ok: false as const, reason: 'cancelled' as const };
    await updateSessionDetails(trx, meetingId, details, services.clock.now().toString());
    await recordAudit(trx, { personId: viewer.personId, action: 'edition.edit_session', subjectType: 'meeting', subjectId: meetingId });
    return { ok: true as const };
  });
  if (edited.ok) services.live.changed(meetingId, 'meeting');
  return edited;
}
