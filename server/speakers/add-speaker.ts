import { guessOrganisationKind } from '#app/model/directory.ts';
import type { SpeakerRole } from '#app/model/speakers.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { insertAttendances, updateRecord } from '#db/attendance/write.ts';
import { recordAudit } from '#db/audit/write.ts';
import { addRole, holdSession } from '#db/speakers/write-board.ts';
import { inTransaction } from '#db/transaction.ts';
import { findOrCreateOrganisation } from '#server/directory/find-or-create-organisation.ts';
import { findOrCreatePerson } from '#server/directory/find-or-create-person.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import type { Services } from '#server/services.ts';

/** Clean, the address as parseEmail gives it. */
export interface SpeakerToAdd {
  /** From the form: the same form sent twice adds one person. */
  id: string;
  givenName: string;
  familyName: string;
  function: string;
  organisation: string;
  email: string | null;
}

export type AddedSpeaker = { ok: true } | { ok: false; reason: 'session-unknown' | 'cancelled' };

/**
 * Gives somebody a part in a session of the edition: whoever is on its list already gets one more role. Nothing is sent; the
 * organisers send the links when they are ready.
 */
export async function addSpeaker(
  services: Services,
  {
    viewer,
    scope,
    meetingId,
    role,
    person,
  }: { viewer: Viewer; scope: OrganisedEdition; meetingId: string; role: SpeakerRole; person: SpeakerToAdd },
): Promise<AddedSpeaker> {
  const added = await inTransaction<AddedSpeaker>(services.db, async (trx) => {
    const session = await holdSession(trx, { editionId: scope.editionId, meetingId });
    if (!session) return { ok: false, reason: 'session-unknown' };
    if (session.status === 'cancelled') return { ok: false, reason: 'cancelled' };
    const { organisation, ...fields } = person;
    const organisationId = organisation ? (await findOrCreateOrganisation(trx, { name: organisation })).id : null;
    const { id: personId } = await findOrCreatePerson(trx, { ...fields, organisationId }, scope.groupId);
    const now = services.clock.now().toString();
    const [fresh] = await insertAttendances(trx, { meetingId, personIds: [personId], roles: [role], now });
    if (fresh) {
      const record = {
        ...(person.function && { function: person.function }),
        ...(organisation && { organisationName: organisation, organisationKind: guessOrganisationKind(organisation) }),
      };
      if (Object.keys(record).length > 0) await updateRecord(trx, { meetingId, attendanceId: fresh.id, record });
    } else await addRole(trx, { meetingId, personId, role });
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'speaker.add', subjectType: 'meeting', subjectId: meetingId },
      detail: { personId, role },
    });
    return { ok: true };
  });
  if (added.ok) {
    services.live.changed(meetingId, 'attendance');
    services.live.accessChanged({ meetingId });
  }
  return added;
}
