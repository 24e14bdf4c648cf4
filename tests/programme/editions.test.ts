import { beforeAll, describe, expect, test } from 'vitest';
import { findEdition, listEditions, listSessions } from '#db/programme/read.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { enterEdition } from '#server/programme/access.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMeeting, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);
let member: ReturnType<typeof viewerOf>;
let stranger: ReturnType<typeof viewerOf>;

beforeAll(async () => {
  const { db } = database;
  const open = await makeGroup(db, { slug: 'raict', name: 'RAICT' });
  const closed = await makeGroup(db, { slug: 'bureau', name: 'Bureau', visibility: 'members' });
  const days = { startsOn: '2023-09-18', endsOn: '2023-09-19' };
  const editions = await db
    .insertInto('editions')
    .values([
      { slug: 'raict-2023', groupId: open.id, name: 'RAICT 2023', ...days },
      { slug: 'raict-2022', groupId: open.id, name: 'RAICT 2022', startsOn: '2022-06-20', endsOn: '2022-06-21' },
      { slug: 'bureau-2023', groupId: closed.id, name: 'Séminaire', ...days },
    ])
    .returning(['id', 'slug'])
    .execute();
  const id = (slug: string) => editions.find((edition) => edition.slug === slug)?.id ?? null;
  const session = { groupId: open.id, editionId: id('raict-2023'), kind: 'session' as const };
  const hours = { edtf: '2023-09-18T14:30/2023-09-18T16:00', during: '[2023-09-18T12:30:00Z,2023-09-18T14:00:00Z)' };
  await makeMeeting(db, { ...session, ...hours, slug: 'outre-mer', title: 'Réunion Outre-mer' });
  await makeMeeting(db, { ...session, slug: 'a-fixer', title: 'À fixer', edtf: 'XXXX', during: null });
  await makeMeeting(db, { ...session, ...hours, slug: 'reservee', title: 'Réservée', visibility: 'members' });
  await makeMeeting(db, { ...session, ...hours, slug: 'brouillon', title: 'Brouillon', status: 'draft' });
  const person = await makePerson(db);
  await makeMembership(db, { groupId: closed.id, personId: person.id });
  await makeMembership(db, { groupId: open.id, personId: person.id });
  member = viewerOf(person);
  stranger = viewerOf(await makePerson(db));
});

const status = (thrown: unknown) => (thrown instanceof Response ? thrown.status : (thrown as { init?: { status?: number } }).init?.status);
const refusalOf = (viewer: typeof member | null, slug: string) => enterEdition(services, viewer, slug).then(() => 'in', status);

describe('editions', () => {
  test('are listed newest first, each reader seeing those of open groups and of their own', async () => {
    const slugs = async (viewer: typeof member | null) =>
      (await listEditions(database.db, await enterNetwork(services, viewer), { limit: 10 })).map(({ slug }) => slug);
    expect(await slugs(null)).toEqual(['raict-2023', 'raict-2022']);
    expect((await slugs(member)).toSorted()).toEqual(['bureau-2023', 'raict-2022', 'raict-2023']);
  });

  test('are kept to the days asked for', async () => {
    const scope = await enterNetwork(services, null);
    const rows = await listEditions(database.db, scope, { limit: 10, from: '2022-06-21', to: '2022-06-30' });
    expect(rows.map(({ slug }) => slug)).toEqual(['raict-2022']);
  });

  test('of a closed group are no page for strangers: sign-in for a visitor, 404 for others, as if they did not exist', async () => {
    expect(await refusalOf(null, 'bureau-2023')).toBe(302);
    expect(await refusalOf(stranger, 'bureau-2023')).toBe(404);
    expect(await refusalOf(stranger, 'nowhere')).toBe(404);
    expect(await refusalOf(member, 'bureau-2023')).toBe('in');
  });

  test('show their sessions in order of time, without drafts and without what is for members only', async () => {
    const slugs = async (viewer: typeof member | null) =>
      (await listSessions(database.db, await enterEdition(services, viewer, 'raict-2023'), { limit: 10 })).map(({ slug }) => slug);
    expect(await slugs(null)).toEqual(['outre-mer', 'a-fixer']);
    expect((await slugs(member)).toSorted()).toEqual(['a-fixer', 'outre-mer', 'reservee']);
  });

  test('come with their days as text, whatever the zone of the server', async () => {
    const edition = await findEdition(database.db, await enterEdition(services, null, 'raict-2023'));
    expect(edition).toMatchObject({ startsOn: '2023-09-18', endsOn: '2023-09-19', groupSlug: 'raict' });
  });
});
