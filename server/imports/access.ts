import { type ImportScope, mint } from '#app/model/scope.ts';
import { isUuid } from '#app/model/uuid.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findImportForAccess } from '#db/imports/access.ts';
import { type OrganisedGroup, organiseGroup } from '#server/groups/access.ts';
import { refuse } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';

/** Somebody who organises the group that past minutes go to. */
export interface Importer {
  viewer: Viewer;
  scope: ImportScope;
  group: OrganisedGroup;
  groupSlug: string;
}

/** Gate of one import: organisers of its group. Throws 404, or asks a visitor to sign in. */
export async function enterImport(services: Services, viewer: Viewer | null, id: string): Promise<Importer> {
  const path = `/imports/${id}`;
  if (!viewer || !isUuid(id)) return refuse(viewer, path);
  const found = await findImportForAccess(services.db, id);
  if (!found) return refuse(viewer, path);
  const group = await organiseGroup(services, viewer, found.groupSlug, path);
  return { viewer, group, groupSlug: found.groupSlug, scope: mint<ImportScope>({ importId: id, groupId: group.groupId }) };
}
