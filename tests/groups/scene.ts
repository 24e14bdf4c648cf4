import { organiseGroup } from '#server/groups/access.ts';
import type { Services } from '#server/services.ts';
import { makeGroup, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';

/** A group with one organiser, as most tests of groups begin. */
export async function makeOrganisedGroup(services: Services, given: Parameters<typeof makeGroup>[1] = {}) {
  const group = await makeGroup(services.db, given);
  const organiser = await makePerson(services.db, { givenName: 'Inès' });
  await makeMembership(services.db, { groupId: group.id, personId: organiser.id, role: 'organiser' });
  const viewer = viewerOf(organiser);
  return { group, organiser, viewer, scope: await organiseGroup(services, viewer, group.slug) };
}

export async function rolesIn(services: Services, groupId: string): Promise<Record<string, string>> {
  const rows = await services.db.selectFrom('memberships').select(['personId', 'role']).where('groupId', '=', groupId).execute();
  return Object.fromEntries(rows.map((row) => [row.personId, row.role]));
}

export const newId = () => crypto.randomUUID();
