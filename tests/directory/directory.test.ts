import { expect, test } from 'vitest';
import { countOrganisations, listOrganisations } from '#db/directory/read.ts';
import { listPeopleOf, listPeopleOfNone } from '#db/directory/read-people.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { useDatabase } from '#tests/support/database.ts';
import {
  makeAttendance,
  makeGroup,
  makeMeeting,
  makeMembership,
  makeOrganisation,
  makePerson,
  viewerOf,
} from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);
const everything = { country: null, kinds: [], text: '' };
const page = { limit: 50, offset: 0, people: true };

async function scene() {
  const { db } = services;
  const open = await makeGroup(db);
  const closed = await makeGroup(db, { visibility: 'members' });
  const somebodyOf = async (name: string, country: string, groupId: string | null) => {
    const organisation = await makeOrganisation(db, { name: `${name} ${crypto.randomUUID().slice(0, 6)}`, country });
    const person = await makePerson(db, { organisationId: organisation.id });
    if (groupId) await makeMembership(db, { groupId, personId: person.id });
    return { organisation, person };
  };
  return {
    open: await somebodyOf('Ouverte', 'FR', open.id),
    closed: await somebodyOf('Fermée', 'AR', closed.id),
    nobody: await somebodyOf('Personne', 'BO', null),
    openGroup: open,
  };
}
const idsFor = async (viewer: Parameters<typeof enterNetwork>[1], filter: Parameters<typeof listOrganisations>[2] = everything) =>
  (await listOrganisations(services.db, await enterNetwork(services, viewer), filter, page)).map((one) => one.id);

test('a visitor finds the organisations of public groups and meetings, a member also those of their groups', async () => {
  const { open, closed, nobody, openGroup } = await scene();
  expect(await idsFor(null)).toContain(open.organisation.id);
  expect(await idsFor(null)).not.toContain(closed.organisation.id);
  expect(await idsFor(viewerOf(closed.person))).toEqual(expect.arrayContaining([open.organisation.id, closed.organisation.id]));
  expect(await idsFor(viewerOf(closed.person))).not.toContain(nobody.organisation.id);
  const meeting = await makeMeeting(services.db, { groupId: openGroup.id });
  await makeAttendance(services.db, { meetingId: meeting.id, personId: nobody.person.id });
  expect(await idsFor(null)).toContain(nobody.organisation.id);
});

test('text, country and kind filter together, and the counts say what another choice would give', async () => {
  const { open, closed } = await scene();
  const viewer = viewerOf(closed.person);
  const text = open.organisation.name.toUpperCase().replace('OUVERTE', 'ouverte');
  expect(await idsFor(viewer, { ...everything, text })).toEqual([open.organisation.id]);
  expect(await idsFor(viewer, { country: 'AR', kinds: ['commune'], text: closed.organisation.name })).toEqual([closed.organisation.id]);
  expect(await idsFor(viewer, { ...everything, text: closed.person.familyName })).toEqual([closed.organisation.id]);
  expect(await idsFor(viewer, { ...everything, text: "%' or 1=1 --" })).toEqual([]);
  const facets = await countOrganisations(
    services.db,
    await enterNetwork(services, viewer),
    { ...everything, kinds: ['embassy'], text },
    true,
  );
  expect(facets).toMatchObject({ total: 0, kinds: [{ kind: 'commune', count: 1 }] });
});

test('names of people are no way to find an organisation for whoever may not see people', async () => {
  const { open } = await scene();
  const scope = await enterNetwork(services, null);
  const found = await listOrganisations(services.db, scope, { ...everything, text: open.person.familyName }, { ...page, people: false });
  expect(found).toEqual([]);
});

test('somebody of no organisation is found by name, by those who may know of them', async () => {
  const { open, openGroup } = await scene();
  const alone = await makePerson(services.db, { familyName: 'Seulette' });
  const scope = await enterNetwork(services, viewerOf(open.person));
  const find = async () => (await listPeopleOfNone(services.db, scope, { text: 'SEULETTE', limit: 10 })).map((row) => row.id);
  expect(await find()).toEqual([]);
  await makeMembership(services.db, { groupId: openGroup.id, personId: alone.id });
  expect(await find()).toEqual([alone.id]);
});

test('people are listed without addresses, and only those whom the viewer may know of', async () => {
  const { open, closed } = await scene();
  const organisations = [open.organisation.id, closed.organisation.id];
  const rows = await listPeopleOf(services.db, await enterNetwork(services, viewerOf(open.person)), organisations, { limit: 10 });
  expect(rows.map((row) => row.id)).toEqual([open.person.id]);
  expect(JSON.stringify(rows)).not.toContain('@');
});
