import { mint, type OrganisationScope, type PersonScope } from '#app/model/scope.ts';
import { isUuid } from '#app/model/uuid.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { organisationExists, organisesGroupOf, organisesGroupWithOrganisation, personExists } from '#db/directory/access.ts';
import { findTiedElsewhere } from '#db/directory/match.ts';
import { listOrganisedGroupIds } from '#db/groups/access.ts';
import { notFound, refuse } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';
import { mayChangeAddress, mayEditPerson } from './policy.ts';

/** Gate of correcting somebody's record in the directory. */
export async function correctPerson(services: Services, viewer: Viewer | null, personId: string): Promise<PersonScope> {
  if (!viewer) return refuse(viewer, `/directory/people/${encodeURIComponent(personId)}/edit`);
  if (!isUuid(personId) || !(await personExists(services.db, personId))) return notFound();
  if (!mayEditPerson(viewer, await organisesGroupOf(services.db, viewer.personId, personId))) return notFound();
  const own = await listOrganisedGroupIds(services.db, viewer.personId);
  const elsewhere = await findTiedElsewhere(services.db, [personId], own);
  return mint<PersonScope>({ personId, can: { changeAddress: mayChangeAddress(viewer, elsewhere.size > 0) } });
}

/** Gate of correcting an organisation's record. */
export async function correctOrganisation(services: Services, viewer: Viewer | null, organisationId: string): Promise<OrganisationScope> {
  if (!viewer) return refuse(viewer, `/directory/organisations/${encodeURIComponent(organisationId)}/edit`);
  if (!isUuid(organisationId) || !(await organisationExists(services.db, organisationId))) return notFound();
  if (!mayEditPerson(viewer, await organisesGroupWithOrganisation(services.db, viewer.personId, organisationId))) return notFound();
  return mint<OrganisationScope>({ organisationId });
}
