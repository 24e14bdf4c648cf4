import type { NetworkScope } from '#app/model/scope.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';

/** Organisers invite the members of the meeting's own group, and of the other groups whose members they may see. */
export function mayInviteGroup(scope: OrganisedMeeting, network: NetworkScope, groupId: string): boolean {
  return network.groupIds === 'all' || groupId === scope.groupId || network.groupIds.includes(groupId);
}
