import type { MembershipRole, Visibility } from '#app/model/groups.ts';
import type { GroupAbilities } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';

/** Anyone who organises something, or the network itself, may open another group. */
export function mayCreateGroup(viewer: Viewer, organisesSomewhere: boolean): boolean {
  return viewer.networkOrganiser || organisesSomewhere;
}

export function maySeeGroup(viewer: Viewer | null, group: { visibility: Visibility }, role: MembershipRole | null): boolean {
  return group.visibility === 'public' || role !== null || viewer?.networkOrganiser === true;
}

export function groupAbilities(viewer: Viewer | null, role: MembershipRole | null): GroupAbilities {
  const network = viewer?.networkOrganiser === true;
  return { organise: network || role === 'organiser', seeMembers: network || role !== null };
}
