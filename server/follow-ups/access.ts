import { type GroupScope, type MeetingScope, mint, type NetworkScope, type OwnFollowUpScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findOwner } from '#db/follow-ups/read-own.ts';
import { findRole } from '#db/groups/access.ts';
import { findLink } from '#server/accounts/link-tokens.ts';
import { enterGroup, enterNetwork, type OrganisedGroup } from '#server/groups/access.ts';
import { groupAbilities } from '#server/groups/policy.ts';
import type { Services } from '#server/services.ts';

/** Gate of a group's decisions and actions: whoever sees the group sees those of the minutes they may read. */
export async function enterFollowUps(
  services: Services,
  viewer: Viewer | null,
  slug: string,
): Promise<{ group: GroupScope; network: NetworkScope /** Null for whoever does not organise it. */; organised: OrganisedGroup | null }> {
  const group = await enterGroup(services, viewer, slug, `/groups/${slug}/follow-ups`);
  return { group, network: await enterNetwork(services, viewer), organised: group.can.organise ? (group as OrganisedGroup) : null };
}

/**
 * The same from one of the group's meetings, whose gate was passed: whoever is invited without belonging to the group sees
 * what the public sees, and what concerns the meetings that they were invited to.
 */
export async function followUpsAround(
  services: Services,
  viewer: Viewer | null,
  { groupId }: MeetingScope,
): Promise<{ group: GroupScope; network: NetworkScope }> {
  const role = viewer ? await findRole(services.db, groupId, viewer.personId) : null;
  return { group: mint<GroupScope>({ groupId, can: groupAbilities(viewer, role) }), network: await enterNetwork(services, viewer) };
}

/** Gate of one's own action, signed in; null when it is somebody else's, or nobody's. */
export async function enterOwnFollowUp(services: Services, viewer: Viewer, followUpId: string): Promise<OwnFollowUpScope | null> {
  const found = await findOwner(services.db, followUpId);
  return found?.ownerId === viewer.personId ? mint<OwnFollowUpScope>({ followUpId, personId: viewer.personId }) : null;
}

export type OpenedLink =
  | { state: 'valid'; scope: OwnFollowUpScope }
  /** The action was given to somebody else since, or the minutes no longer have it. */
  | { state: 'given_away' | 'withdrawn' }
  /** Unknown, expired, revoked or made for something else: callers answer all of them alike. */
  | { state: 'dead' };

/** Gate of the page behind the link of a mail, which is the only proof asked for. */
export async function openFollowUpLink(services: Services, token: string): Promise<OpenedLink> {
  const link = await findLink(services, 'follow_up', token);
  if (link.state !== 'valid' || !link.followUpId || !link.personId) return { state: 'dead' };
  const { followUpId, personId } = link;
  const found = await findOwner(services.db, followUpId);
  if (found?.state === 'withdrawn') return { state: 'withdrawn' };
  if (found?.ownerId !== personId) return { state: 'given_away' };
  return { state: 'valid', scope: mint<OwnFollowUpScope>({ followUpId, personId }) };
}
