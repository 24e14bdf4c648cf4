import { type InboxScope, mint } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { listOrganisedGroupIds } from '#db/groups/access.ts';
import { notFound, refuse } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';

/**
 * Gate of the mails that came in. Organisers read what is about their meetings; the rest may be private, and is for those
 * who look after the network.
 */
export async function openInbox(services: Services, viewer: Viewer | null, path: string): Promise<InboxScope> {
  if (!viewer) return refuse(viewer, path);
  if (viewer.networkOrganiser) return mint<InboxScope>({ groupIds: 'all' });
  const groupIds = await listOrganisedGroupIds(services.db, viewer.personId);
  return groupIds.length > 0 ? mint<InboxScope>({ groupIds }) : notFound();
}
