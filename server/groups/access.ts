import { findGroupForAccess, findRole } from '#db/groups/access.ts';
import { type GroupScope, mint, type NetworkScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { listGroupIdsOf } from '#db/groups/access.ts';
import { notFound, refuse } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';
import { groupAbilities, maySeeGroup } from './policy.ts';

/** Gate of every page of a group. Throws 404 (or asks a visitor to sign in) when it may not be seen. */
export async function enterGroup(services: Services, viewer: Viewer | null, slug: string): Promise<GroupScope> {
  const group = await findGroupForAccess(services.db, slug);
  if (!group) return refuse(viewer, `/groups/${slug}`);
  const role = viewer ? await findRole(services.db, group.id, viewer.personId) : null;
  if (!maySeeGroup(viewer, group, role)) return refuse(viewer, `/groups/${slug}`);
  return mint<GroupScope>({ groupId: group.id, can: groupAbilities(viewer, role) });
}

/** Gate of what only a group's organisers do. */
export async function organiseGroup(services: Services, viewer: Viewer | null, slug: string): Promise<GroupScope & { can: { organise: true } }> {
  const scope = await enterGroup(services, viewer, slug);
  if (!viewer) return refuse(viewer, `/groups/${slug}`);
  if (!scope.can.organise) return notFound();
  return scope as GroupScope & { can: { organise: true } };
}

/** Gate of lists that span groups (home, calendar, minutes): everyone passes, each sees what is theirs or public. */
export async function enterNetwork(services: Services, viewer: Viewer | null): Promise<NetworkScope> {
  if (!viewer) return mint<NetworkScope>({ personId: null, groupIds: [] });
  const groupIds = viewer.networkOrganiser ? ('all' as const) : await listGroupIdsOf(services.db, viewer.personId);
  return mint<NetworkScope>({ personId: viewer.personId, groupIds });
}
