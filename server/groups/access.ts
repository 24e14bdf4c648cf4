import { type GroupScope, mint, type NetworkScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findGroupForAccess, findRole, listGroupIdsOf, organisesSomewhere } from '#db/groups/access.ts';
import { notFound, refuse } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';
import { groupAbilities, mayCreateGroup, maySeeGroup } from './policy.ts';

/** A group that the viewer organises: what verbs that change a group ask for. */
export type OrganisedGroup = GroupScope & { can: { organise: true } };

/** Gate of every page of a group. Throws 404 (or asks a visitor to sign in) when it may not be seen. */
export async function enterGroup(
  services: Services,
  viewer: Viewer | null,
  slug: string,
  path: string = `/groups/${slug}`,
): Promise<GroupScope> {
  const group = await findGroupForAccess(services.db, slug);
  if (!group) return refuse(viewer, path);
  const role = viewer ? await findRole(services.db, group.id, viewer.personId) : null;
  if (!maySeeGroup(viewer, group, role)) return refuse(viewer, path);
  return mint<GroupScope>({ groupId: group.id, can: groupAbilities(viewer, role) });
}

/** Gate of what only a group's organisers do. */
export async function organiseGroup(
  services: Services,
  viewer: Viewer | null,
  slug: string,
  path: string = `/groups/${slug}`,
): Promise<OrganisedGroup> {
  const scope = await enterGroup(services, viewer, slug, path);
  if (!viewer) return refuse(viewer, path);
  if (!scope.can.organise) return notFound();
  return scope as OrganisedGroup;
}

/** Gate of the list of a group's members. */
export async function enterMembers(services: Services, viewer: Viewer | null, slug: string): Promise<GroupScope> {
  const path = `/groups/${slug}/members`;
  const scope = await enterGroup(services, viewer, slug, path);
  return scope.can.seeMembers ? scope : refuse(viewer, path);
}

/** Gate of opening a new group: whoever organises something. */
export async function openNewGroup(services: Services, viewer: Viewer | null): Promise<Viewer> {
  if (!viewer) return refuse(viewer, '/groups/new');
  return (await isGroupCreator(services, viewer)) ? viewer : notFound();
}

/** Whether the viewer may open a group, for the button that leads there. */
export async function isGroupCreator(services: Services, viewer: Viewer | null): Promise<boolean> {
  return viewer !== null && mayCreateGroup(viewer, await organisesSomewhere(services.db, viewer.personId));
}

/** Gate of lists that span groups (home, calendar, minutes): everyone passes, each sees what is theirs or public. */
export async function enterNetwork(services: Services, viewer: Viewer | null): Promise<NetworkScope> {
  if (!viewer) return mint<NetworkScope>({ personId: null, groupIds: [] });
  const groupIds = viewer.networkOrganiser ? ('all' as const) : await listGroupIdsOf(services.db, viewer.personId);
  return mint<NetworkScope>({ personId: viewer.personId, groupIds });
}
