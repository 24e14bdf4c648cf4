import { organisationKey, personKey } from '#app/model/directory.ts';
import type { Language } from '#app/model/language.ts';
import type { PersonScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { revokeSessions } from '#db/accounts/sessions.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { refreshAttendances, revokeLinks, updatePerson } from '#db/directory/edit.ts';
import { type PersonRecord, readPerson } from '#db/directory/read-records.ts';
import { AddressTaken } from '#db/directory/write.ts';
import { organisesAny } from '#db/groups/members.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import { findOrCreateOrganisation } from './find-or-create-organisation.ts';

/** A person's record as a form brings it: cleaned, within DIRECTORY_LIMITS. */
export interface PersonEdit {
  givenName: string;
  familyName: string;
  function: string;
  /** Name of an organisation, new or known; '' for none. */
  organisation: string;
  email: string | null;
  language: Language;
  /** IANA name. */
  timeZone: string;
}

export type EditedPerson =
  | { ok: true }
  | { ok: false; reason: 'conflict'; current: PersonRecord }
  | { ok: false; reason: 'address_taken' }
  /** Who organises a group signs in, and needs an address for it. */
  | { ok: false; reason: 'address_needed' }
  /** The person belongs to groups that the viewer does not organise: only they or the network change the address. */
  | { ok: false; reason: 'address_not_yours' };

interface Edit {
  viewer: Viewer;
  scope: PersonScope;
  /** The revision that the form was filled from. */
  revision: number;
  edit: PersonEdit;
}

/**
 * Corrects somebody's record. Meetings that are not over show the new name, function and organisation; past ones keep those of
 * the day. A new address ends the sessions that the old one opened, and the links that were sent there.
 */
export async function editPerson(services: Services, wanted: Edit): Promise<EditedPerson> {
  const { personId } = wanted.scope;
  const meetings: string[] = [];
  const edited = await inTransaction<EditedPerson & { moved?: boolean }>(services.db, async (trx) => {
    const current = await readPerson(trx, wanted.scope);
    const moved = wanted.edit.email !== current.email;
    if (moved && !wanted.scope.can.changeAddress) return { ok: false, reason: 'address_not_yours' };
    if (moved && wanted.edit.email === null && (await organisesAny(trx, personId))) return { ok: false, reason: 'address_needed' };
    if (current.revision !== wanted.revision || !(await write(trx, wanted, current)))
      return { ok: false, reason: 'conflict', current: await readPerson(trx, wanted.scope) };
    const now = services.clock.now().toString();
    meetings.push(...(await refreshAttendances(trx, { personId }, now)));
    if (moved) {
      await revokeSessions(trx, { personId, which: {}, now });
      await revokeLinks(trx, personId, now);
    }
    await recordAudit(trx, {
      personId: wanted.viewer.personId,
      action: 'person.edit',
      subjectType: 'person',
      subjectId: personId,
      detail: { moved },
    });
    return { ok: true, moved };
  }).catch((error): EditedPerson & { moved?: boolean } => {
    if (error instanceof AddressTaken) return { ok: false, reason: 'address_taken' };
    throw error;
  });
  if (!edited.ok) return edited;
  for (const meetingId of meetings) services.live.changed(meetingId, 'attendance');
  if (edited.moved) services.live.accessChanged({ personId });
  return { ok: true };
}

async function write(trx: Trx, { scope, revision, edit }: Edit, current: PersonRecord): Promise<boolean> {
  const { organisation, ...rest } = edit;
  // an unchanged name means the same body, even where another country has one of that name
  const kept = organisationKey(organisation) === organisationKey(current.organisation) ? current.organisationId : null;
  const organisationId = organisation === '' ? null : (kept ?? (await findOrCreateOrganisation(trx, { name: organisation })).id);
  const nameKey = personKey(edit.givenName, edit.familyName);
  return updatePerson(trx, scope.personId, revision, { ...rest, nameKey, organisationId });
}
