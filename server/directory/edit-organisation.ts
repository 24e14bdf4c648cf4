import { type OrganisationKind, organisationKey } from '#app/model/directory.ts';
import type { OrganisationScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { NameTaken, refreshAttendances, updateOrganisation } from '#db/directory/edit.ts';
import type { OrganisationRow } from '#db/directory/read.ts';
import { readOrganisation } from '#db/directory/read-records.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';

export interface OrganisationEdit {
  name: string;
  kind: OrganisationKind;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

export type EditedOrganisation =
  | { ok: true }
  | { ok: false; reason: 'conflict'; current: OrganisationRow }
  /** Another organisation has this name in this country. */
  | { ok: false; reason: 'name_taken' };

/** Corrects an organisation's name, kind and country. `before` is what the form was filled from; coming meetings show the new name. */
export async function editOrganisation(
  services: Services,
  { viewer, scope, before, edit }: { viewer: Viewer; scope: OrganisationScope; before: OrganisationEdit; edit: OrganisationEdit },
): Promise<EditedOrganisation> {
  const meetings: string[] = [];
  const edited = await inTransaction<EditedOrganisation>(services.db, async (trx) => {
    if (!(await updateOrganisation(trx, scope.organisationId, before, { ...edit, nameKey: organisationKey(edit.name) })))
      return { ok: false, reason: 'conflict', current: await readOrganisation(trx, scope) };
    const now = services.clock.now().toString();
    meetings.push(...(await refreshAttendances(trx, { organisationId: scope.organisationId }, now)));
    await recordAudit(trx, {
      personId: viewer.personId,
      action: 'organisation.edit',
      subjectType: 'organisation',
      subjectId: scope.organisationId,
    });
    return { ok: true };
  }).catch((error): EditedOrganisation => {
    if (error instanceof NameTaken) return { ok: false, reason: 'name_taken' };
    throw error;
  });
  if (!edited.ok) return edited;
  for (const meetingId of meetings) services.live.changed(meetingId, 'attendance');
  return edited;
}
