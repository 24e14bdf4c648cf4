import { beforeAll, describe, expect, test } from 'vitest';
import { countNetwork, findNetwork, isInvited, listFirstTakeAways, listGroupsToMeet } from '#db/home/read.ts';
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
let member: ReturnType<typeof viewerOf>;
let meetingId: string;

const run = (text: string) => ({ text });
const contentOf = (...inline: { text: string }[]) =>
  JSON.stringify({ highlights: inline.length > 0 ? [{ anchor: 'r1', inline, speaker: null }] : [] });

async function publish(meeting: string, versions: string[]) {
  const { id } = await database.db
    .insertInto('minutes')
    .values({ meetingId: meeting, state: 'published' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const rows = versions.map((content, index) => ({
    minutesId: id,
    number: index + 1,
    publishedByName: 'Inès Robledo',
    content,
    sha256: Buffer.alloc(32),
  }));
  await database.db.insertInto('minutesVersions').values(rows).execute();
}

beforeAll(async () => {
  const { db } = database;
  const network = await makeGroup(db, { slug: 'dalc', name: 'Dynamique', description: 'Ensemble' });
  const closed = await makeGroup(db, { slug: 'bureau', name: 'Bureau', kind: 'thematic', visibility: 'members' });
  await makeGroup(db, { slug: 'argentine', name: 'Argentine', kind: 'country', country: 'AR' });
  await makeGroup(db, { slug: 'second', name: 'Autre réseau' });
  await makeOrganisation(db, { country: 'FR' });
  await makeOrganisation(db, { country: 'AR' });
  const person = await makePerson(db);
  await makeMembership(db, { groupId: closed.id, personId: person.id });
  member = viewerOf(person);
  const open = await makeMeeting(db, { groupId: network.id, slug: 'ouverte' });
  meetingId = open.id;
  await makeAttendance(db, { meetingId, personId: person.id });
  await publish(open.id, [contentOf(run('Ancien')), contentOf(run('Quand un groupe '), run('fonctionne, on le maintient.'))]);
  const quiet = await makeMeeting(db, { groupId: network.id, slug: 'muette' });
  await publish(quiet.id, [contentOf()]);
  const secret = await makeMeeting(db, { groupId: closed.id, slug: 'fermee', visibility: 'members' });
  await publish(secret.id, [contentOf(run('Entre nous'))]);
});

describe('the front page', () => {
  test('bears the name of the oldest open network', async () => {
    expect(await findNetwork(database.db, await enterNetwork(services, null))).toEqual({
      name: 'Dynamique',
      description: 'Ensemble',
      timeZone: 'Europe/Paris',
    });
  });

  test('lists the groups that its reader may see, networks first', async () => {
    const slugs = async (viewer: typeof member | null) =>
      (await listGroupsToMeet(database.db, await enterNetwork(services, viewer), { limit: 10 })).map(({ slug }) => slug);
    expect(await slugs(null)).toEqual(['second', 'dalc', 'argentine']);
    expect(await slugs(member)).toContain('bureau');
  });

  test('quotes the first take-away of the newest version, and of nothing that its reader may not read', async () => {
    const quotes = async (viewer: typeof member | null) =>
      Object.fromEntries(await listFirstTakeAways(database.db, await enterNetwork(services, viewer), ['ouverte', 'muette', 'fermee']));
    expect(await quotes(null)).toEqual({ ouverte: 'Quand un groupe fonctionne, on le maintient.' });
    expect(await quotes(member)).toHaveProperty('fermee', 'Entre nous');
    expect(await listFirstTakeAways(database.db, await enterNetwork(services, null), [])).toEqual(new Map());
  });

  test('counts organisations and countries', async () => {
    const { organisations, countries } = await countNetwork(database.db, await enterNetwork(services, null));
    expect(organisations).toBeGreaterThanOrEqual(2);
    expect(countries).toBe(2);
  });

  test('knows who is invited, and takes a visitor for nobody', async () => {
    expect(await isInvited(database.db, await enterNetwork(services, member), meetingId)).toBe(true);
    expect(await isInvited(database.db, await enterNetwork(services, null), meetingId)).toBe(false);
  });
});
