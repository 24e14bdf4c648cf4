import { type EditionScope, mint } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findEditionForAccess } from '#db/programme/access.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { refuse } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';

/** Gate of the pages of an edition, which may be seen by whoever may see its group. Throws 404 or asks a visitor to sign in. */
export async function enterEdition(services: Services, viewer: Viewer | null, slug: string): Promise<EditionScope> {
  const edition = await findEditionForAccess(services.db, slug);
  const network = await enterNetwork(services, viewer);
  const visible = edition && (edition.visibility === 'public' || network.groupIds === 'all' || network.groupIds.includes(edition.groupId));
  if (!visible) return refuse(viewer, `/editions/${slug}`);
  return mint<EditionScope>({ editionId: edition.id, network });
}
