import { expect, test } from 'vitest';
import { createGroup } from '#server/groups/create-group.ts';
import { editGroup } from '#server/groups/edit-group.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { makeOrganisedGroup, newId, rolesIn } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

const details = {
  name: 'Groupe-pays Brumes',
  kind: 'country' as const,
  country: 'AR',
  description: 'Un groupe.\nDeux lignes.',
  visibility: 'public' as const,
  timeZone: 'America/Cayenne',
};
const aViewer = async () => viewerOf(await makePerson(services.db));

test('whoever opens a group is its first organiser, and its address comes from its name', async () => {
  const viewer = await aViewer();
  const id = newId();
  expect(await createGroup(services, { viewer, id, details })).toEqual({ slug: 'groupe-pays-brumes' });
  expect(await rolesIn(services, id)).toEqual({ [viewer.personId]: 'organiser' });
});

test('the form of a new group sent twice at once opens one group', async () => {
  const viewer = await aViewer();
  const id = newId();
  const both = await Promise.all([1, 2].map(() => createGroup(services, { viewer, id, details: { ...details, name: 'Santé' } })));
  expect(new Set(both.map((one) => one.slug)).size).toBe(1);
  const groups = await services.db.selectFrom('groups').select('id').where('name', '=', 'Santé').execute();
  expect(groups).toHaveLength(1);
});

test('two groups of one name get two addresses; « New » and a name without Latin letters get one too', async () => {
  const viewer = await aViewer();
  const slugOf = async (name: string) => (await createGroup(services, { viewer, id: newId(), details: { ...details, name } })).slug;
  expect([await slugOf('Climat'), await slugOf('CLIMAT !')]).toEqual(['climat', 'climat-2']);
  expect(await slugOf('New')).toBe('new-2');
  expect(await slugOf('気候')).toBe('group');
  expect(await slugOf('é'.repeat(200))).toHaveLength(76);
});

test('a form that brings the id of somebody else’s group opens nothing and tells nothing', async () => {
  const { group } = await makeOrganisedGroup(services);
  await expect(createGroup(services, { viewer: await aViewer(), id: group.id, details })).rejects.toThrow();
});

test('two organisers who edit at once: the first is kept, the second is shown it', async () => {
  const { viewer, scope, group } = await makeOrganisedGroup(services);
  const edit = (name: string) => editGroup(services, { viewer, scope, revision: group.revision, details: { ...details, name } });
  expect(await edit('Premier nom')).toEqual({ ok: true });
  expect(await edit('Second nom')).toMatchObject({ ok: false, reason: 'conflict', current: { name: 'Premier nom', revision: 2 } });
  const row = await services.db.selectFrom('groups').select('name').where('id', '=', group.id).executeTakeFirstOrThrow();
  expect(row.name).toBe('Premier nom');
});
