import { type EditionScope, mint } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findRole } from '#db/groups/access.ts';
import { findEditionForAccess } from '#db/programme/access.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { groupAbilities } from '#server/groups/policy.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import { notFound, refuse } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';

/** An edition that the viewer organises: what verbs that change an edition ask for. */
export type OrganisedEdition = EditionScope & { can: { organise: true } };

/** Gate of the pages of an edition, which may be seen by whoever may see its group. Throws 404 or asks a visitor to sign in. */
export async function enterEdition(
  services: Services,
  viewer: Viewer | null,
  slug: string,
  path: string = `/editions/${slug}`,
): Promise<EditionScope> {
  return (await findEditionToEnter(services, viewer, slug)) ?? refuse(viewer, path);
}

/** The same for what only mentions the edition; null: there is none, or not for this viewer. */
export async function findEditionToEnter(services: Services, viewer: Viewer | null, slug: string): Promise<EditionScope | null> {
  const edition = await findEditionForAccess(services.db, slug);
  const network = await enterNetwork(services, viewer);
  const visible = edition && (edition.visibility === 'public' || network.groupIds === 'all' || network.groupIds.includes(edition.groupId));
  if (!visible) return null;
  const role = viewer ? await findRole(services.db, edition.groupId, viewer.personId) : null;
  const { organise } = groupAbilities(viewer, role);
  return mint<EditionScope>({ editionId: edition.id, groupId: edition.groupId, network, can: { organise } });
}

/** Gate of what only the organisers of an edition do: those of its group. */
export async function organiseEdition(
  services: Services,
  viewer: Viewer | null,
  slug: string,
  path: string = `/editions/${slug}`,
): Promise<OrganisedEdition> {
  const scope = await enterEdition(services, viewer, slug, path);
  if (!viewer) return refuse(viewer, path);
  if (!scope.can.organise) return notFound();
  return scope as OrganisedEdition;
}

/** A session of an organised edition: whoever organises the edition organises its sessions (server/meetings/policy.ts). */
export function sessionOfEdition({ groupId }: OrganisedEdition, meetingId: string): OrganisedMeeting {
  const can = {
    organise: true,
    seeAttendees: true,
    seeOnlineLink: true,
    readNotes: true,
    writeNotes: false,
    report: true,
    arrange: true,
  } as const;
  return mint<OrganisedMeeting>({ meetingId, groupId, can, attendanceId: null });
}
