import type { NetworkScope } from '#app/model/scope.ts';

/**
 * Organisers invite the members of the groups whose members they may see. The meeting's own is one of them, but for a session
 * of another group in an edition that they organise: that makes them nobody in that group.
 */
export function mayInviteGroup(network: NetworkScope, groupId: string): boolean {
  return network.groupIds === 'all' || network.groupIds.includes(groupId);
}
