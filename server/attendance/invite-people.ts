import { ATTENDANCE_LIMITS, type AttendanceRole, isOver } from '#app/model/attendance.ts';
import { guessOrganisationKind } from '#app/model/directory.ts';
import type { NetworkScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findMeetingState } from '#db/attendance/invitations.ts';
import { findMissingMembers, insertAttendances, updateRecord } from '#db/attendance/write.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { inTransaction } from '#db/transaction.ts';
import { findOrCreateOrganisation } from '#server/directory/find-or-create-organisation.ts';
import { findOrCreatePerson } from '#server/directory/find-or-create-person.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import { holdMeeting } from '#server/meetings/hold-meeting.ts';
import type { Services } from '#server/services.ts';
import { mayInviteGroup } from './policy.ts';
import { queueInvitations } from './queue-invitations.ts';

/** Somebody who may not be in the directory yet; texts are clean (cleanLine), the address as parseEmail gives it. */
export interface NewInvitee {
  /** From the form: the same form sent twice makes one person. */
  id: string;
  givenName: string;
  familyName: string;
  function: string;
  organisation: string;
  email: string | null;
}

export type Whom =
  /** All current members of a group; `expected` is the number that the organiser confirmed. */
  | { kind: 'group'; groupId: string; expected: number }
  | { kind: 'people'; personIds: readonly string[] }
  | { kind: 'new'; person: NewInvitee };

export type InvitedPeople =
  /** `added` to the list; `written`: invitations that leave now, at most as many (a draft and a past meeting send none). */
  | { ok: true; added: number; written: number }
  | { ok: false; reason: 'cancelled' | 'not_your_group' | 'too_many' }
  /** Members came or went since the number was shown. */
  | { ok: false; reason: 'count_changed'; count: number };

/**
 * Puts people on a meeting's list, as they are today, and sends each their invitation. Whoever is there already stays as
 * they are and gets no second mail. `network` says in which groups the organiser may see the members.
 */
export async function invitePeople(
  services: Services,
  request: { viewer: Viewer; scope: OrganisedMeeting; network: NetworkScope; whom: Whom; roles: readonly AttendanceRole[] },
): Promise<InvitedPeople> {
  const { scope, network, whom } = request;
  const { meetingId } = scope;
  if (whom.kind === 'group' && !mayInviteGroup(network, whom.groupId)) return { ok: false, reason: 'not_your_group' };
  const invited = await inTransaction<InvitedPeople>(services.db, async (trx) => {
    const { status, sequence } = await holdMeeting(trx, meetingId);
    if (status === 'cancelled') return { ok: false, reason: 'cancelled' };
    const personIds = await findWhom(trx, scope, whom);
    if (whom.kind === 'group' && personIds.length !== whom.expected) return { ok: false, reason: 'count_changed', count: personIds.length };
    if (personIds.length > ATTENDANCE_LIMITS.attendees) return { ok: false, reason: 'too_many' };
    const now = services.clock.now();
    const added = await insertAttendances(trx, { meetingId, personIds, roles: request.roles, now: now.toString() });
    if (whom.kind === 'new') await keepAsTyped(trx, meetingId, added, whom.person);
    const announce = status === 'scheduled' && !isOver(await findMeetingState(trx, meetingId), now);
    const written = announce ? await queueInvitations(trx, services, { meetingId, sequence, by: request.viewer.personId }) : 0;
    if (added.length > 0)
      await recordAudit(trx, {
        personId: request.viewer.personId,
        action: 'attendance.invite',
        subjectType: 'meeting',
        subjectId: meetingId,
        detail: { people: added.map((one) => one.personId), written },
      });
    return { ok: true, added: added.length, written };
  });
  if (invited.ok && invited.added > 0) {
    services.live.changed(meetingId, 'attendance');
    services.live.accessChanged({ meetingId });
  }
  return invited;
}

async function findWhom(trx: Trx, { meetingId, groupId }: OrganisedMeeting, whom: Whom): Promise<readonly string[]> {
  switch (whom.kind) {
    case 'group':
      return findMissingMembers(trx, { meetingId, groupId: whom.groupId });
    case 'people':
      return whom.personIds;
    case 'new': {
      const { organisation, ...person } = whom.person;
      const organisationId = organisation ? (await findOrCreateOrganisation(trx, { name: organisation })).id : null;
      return [(await findOrCreatePerson(trx, { ...person, organisationId }, groupId)).id];
    }
  }
}

/** Somebody known may come under another hat that day: the list shows what the organiser typed, the directory keeps its own. */
async function keepAsTyped(trx: Trx, meetingId: string, added: readonly { id: string }[], person: NewInvitee): Promise<void> {
  const record = {
    ...(person.function && { function: person.function }),
    ...(person.organisation && { organisationName: person.organisation, organisationKind: guessOrganisationKind(person.organisation) }),
  };
  if (Object.keys(record).length === 0) return;
  for (const { id } of added) await updateRecord(trx, { meetingId, attendanceId: id, record });
}
