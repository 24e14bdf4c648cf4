import { parseUuid } from '#app/model/uuid.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findGroupOfOutsideCalendar, findGroupOfOutsideEvent } from '#db/outside-events/access.ts';
import { type OrganisedGroup, organiseGroup } from '#server/groups/access.ts';
import { refuse } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';

export interface Organised {
  scope: OrganisedGroup;
  viewer: Viewer;
}

/** Gate of the events of others of a group, for who organises it. */
export async function organiseOutsideEvents(services: Services, viewer: Viewer | null, slug: string): Promise<Organised> {
  const path = `/groups/${slug}/outside-events`;
  const scope = await organiseGroup(services, viewer, slug, path);
  return viewer ? { scope, viewer } : refuse(viewer, path);
}

/** Gate of one event of others; a stranger learns nothing of whether it exists. */
export async function organiseOutsideEvent(services: Services, viewer: Viewer | null, id: string): Promise<Organised> {
  const path = `/outside-events/${id}/edit`;
  const slug = parseUuid(id) ? await findGroupOfOutsideEvent(services.db, id) : undefined;
  if (!viewer || !slug) return refuse(viewer, path);
  return { scope: await organiseGroup(services, viewer, slug, path), viewer };
}

/** Gate of one calendar that a group follows; its address may be a secret. */
export async function organiseOutsideCalendar(services: Services, viewer: Viewer | null, id: string): Promise<Organised> {
  const path = `/outside-calendars/${id}`;
  const slug = parseUuid(id) ? await findGroupOfOutsideCalendar(services.db, id) : undefined;
  if (!viewer || !slug) return refuse(viewer, path);
  return { scope: await organiseGroup(services, viewer, slug, path), viewer };
}
