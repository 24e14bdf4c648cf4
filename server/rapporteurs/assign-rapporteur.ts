import { fullNameOf } from '#app/model/attendance.ts';
import { RAPPORTEUR_LIMITS } from '#app/model/rapporteurs.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { insertAttendances, lockAttendance } from '#db/attendance/write.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { type Clash, countRapporteurs, giveRole, listClashes, takeRole } from '#db/rapporteurs/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { NewInvitee } from '#server/attendance/invite-people.ts';
import { findOrCreateOrganisation } from '#server/directory/find-or-create-organisation.ts';
import { findOrCreatePerson } from '#server/directory/find-or-create-person.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import { holdMeeting } from '#server/meetings/hold-meeting.ts';
import { queueMail } from '#server/outbox/queue-mail.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import { holdEdition } from '#server/programme/hold-edition.ts';
import type { Services } from '#server/services.ts';

/** Somebody of the directory, or somebody new. */
export type Whom = { kind: 'person'; personId: string } | { kind: 'new'; person: NewInvitee };

export interface Assignment {
  viewer: Viewer;
  edition: OrganisedEdition;
  session: OrganisedMeeting;
}

export type Assigned =
  /** `written`: a mail leaves that says what is expected; not to whoever has no address, or was rapporteur already. */
  | { ok: true; written: boolean }
  | { ok: false; reason: 'cancelled' | 'too_many' }
  /** They have a part in sessions that run at the same hour; `knowingly` allows it. */
  | { ok: false; reason: 'elsewhere'; clashes: Clash[] };

/**
 * Makes somebody write the minutes of a session: they may from now on, and are told by mail. One at a time an edition, so
 * that nobody is given two parallel sessions by two organisers who did not know of each other.
 */
export async function assignRapporteur(
  services: Services,
  { viewer, edition, session, whom, knowingly }: Assignment & { whom: Whom; knowingly: boolean },
): Promise<Assigned> {
  const { meetingId } = session;
  const now = services.clock.now().toString();
  const assigned = await inTransaction(services.db, async (trx) => {
    await holdEdition(trx, edition.editionId);
    const { status } = await holdMeeting(trx, meetingId);
    if (status === 'cancelled') return { ok: false as const, reason: 'cancelled' as const };
    if ((await countRapporteurs(trx, meetingId)) >= RAPPORTEUR_LIMITS.ofASession)
      return { ok: false as const, reason: 'too_many' as const };
    const personId = await personOf(trx, edition, whom);
    const clashes = knowingly ? [] : await listClashes(trx, { editionId: edition.editionId, meetingId, personId });
    if (clashes.length > 0) return { ok: false as const, reason: 'elsewhere' as const, clashes };
    const [added] = await insertAttendances(trx, { meetingId, personIds: [personId], roles: ['rapporteur'], now });
    const attendanceId = added?.id ?? (await giveRole(trx, { meetingId, personId }));
    if (!attendanceId) return { ok: true as const, written: false, personId };
    const written = await tell(trx, services, { viewer, meetingId, attendanceId, now });
    const detail = { attendanceId, personId, knowingly };
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'rapporteur.assign', subjectType: 'meeting', subjectId: meetingId, detail },
    });
    return { ok: true as const, written, personId };
  });
  if (!assigned.ok) return assigned;
  services.live.changed(meetingId, 'attendance');
  services.live.accessChanged({ personId: assigned.personId });
  return { ok: true, written: assigned.written };
}

/** Whoever is no longer rapporteur may do no more than anybody who attends, from the next key on. */
export async function unassignRapporteur(
  services: Services,
  { viewer, session: { meetingId }, attendanceId }: Assignment & { attendanceId: string },
): Promise<{ ok: true }> {
  const taken = await inTransaction(services.db, async (trx) => {
    await holdMeeting(trx, meetingId);
    const row = await takeRole(trx, { meetingId, attendanceId });
    if (!row) return undefined;
    const detail = { attendanceId, personId: row.personId };
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'rapporteur.unassign', subjectType: 'meeting', subjectId: meetingId, detail },
    });
    return row;
  });
  if (taken) {
    services.live.changed(meetingId, 'attendance');
    services.live.accessChanged({ personId: taken.personId });
  }
  return { ok: true };
}

async function personOf(trx: Trx, { groupId }: OrganisedEdition, whom: Whom): Promise<string> {
  if (whom.kind === 'person') return whom.personId;
  const { organisation, ...person } = whom.person;
  const organisationId = organisation ? (await findOrCreateOrganisation(trx, { name: organisation })).id : null;
  return (await findOrCreatePerson(trx, { ...person, organisationId }, groupId)).id;
}

async function tell(
  trx: Trx,
  services: Services,
  { viewer, meetingId, attendanceId, now }: { viewer: Viewer; meetingId: string; attendanceId: string; now: string },
): Promise<boolean> {
  const rapporteur = await lockAttendance(trx, { meetingId, attendanceId });
  if (!rapporteur?.email) return false;
  const { personId, email, language } = rapporteur;
  await queueMail(trx, services, {
    ...{ template: 'rapporteur-assigned', payload: { attendanceId, by: viewer.personId }, personId, language },
    to: { address: email, name: fullNameOf(rapporteur) },
    dedupeKey: `rapporteur-assigned:${attendanceId}:${now}`,
  });
  return true;
}
