import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '#app/model/viewer.ts';
import { readFigures, readSum } from '#server/figures/read-figures.ts';
import { enterEdition } from '#server/programme/access.ts';
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
const AT = '2023-09-18T13:00:00Z';
let organiser: Viewer;

/**
 * Counted by hand. Sessions: climate and energy (public), bureau (members), and a cancelled one. Six people of communes in
 * France at climate, two of them at energy too; three of a Belgian network at energy; one of a Senegalese commune at the
 * members' one; one whom the entrance alone noted; one at the cancelled session, who did not come. 6 + 3 + 1 + 1 = 11.
 */
beforeAll(async () => {
  const { db } = database;
  services.clock.set('2023-10-01T08:00:00Z');
  const group = await makeGroup(db, { slug: 'raict' });
  const person = await makePerson(db, { givenName: 'Inès', familyName: 'Robledo' });
  await makeMembership(db, { groupId: group.id, personId: person.id, role: 'organiser' });
  organiser = viewerOf(person);
  const editions = await db
    .insertInto('editions')
    .values([
      { slug: 'raict-2023', groupId: group.id, name: 'RAICT 2023', startsOn: '2023-09-18', endsOn: '2023-09-19' },
      { slug: 'raict-2022', groupId: group.id, name: 'RAICT 2022', startsOn: '2022-06-20', endsOn: '2022-06-21' },
    ])
    .returning('id')
    .execute();
  const [editionId = '', before = ''] = editions.map(({ id }) => id);
  const session = (slug: string, more = {}, of = editionId) =>
    makeMeeting(db, { groupId: group.id, editionId: of, kind: 'session', slug, title: slug, ...more });
  const [climate, energy, bureau, cancelled, old] = [
    await session('climat'),
    await session('energie'),
    await session('bureau', { visibility: 'members' }),
    await session('annulee', { status: 'cancelled', cancelReason: 'Grève' }),
    await session('ancienne', {}, before),
  ];
  const theme = await db.insertInto('themes').values({ slug: 'climat', name: 'Climat' }).returning('id').executeTakeFirstOrThrow();
  await db
    .insertInto('meetingThemes')
    .values([climate, energy].map(({ id }) => ({ meetingId: id, themeId: theme.id })))
    .execute();
  const came = async (
    meetingId: string,
    person: { id: string },
    kind: 'commune' | 'network',
    name: string,
    checkedInAt: string | null = AT,
  ) => makeAttendance(db, { meetingId, personId: person.id, organisationKind: kind, organisationName: name, checkedInAt });
  const [nanterre, platforma, dakar] = [
    await makeOrganisation(db, { name: 'Ville de Nanterre' }),
    await makeOrganisation(db, { name: 'Platforma', kind: 'network', country: 'BE' }),
    await makeOrganisation(db, { name: 'Ville de Dakar', country: 'SN' }),
  ];
  const french = await Promise.all(Array.from({ length: 7 }, () => makePerson(db, { organisationId: nanterre.id })));
  const belgian = await Promise.all(Array.from({ length: 3 }, () => makePerson(db, { organisationId: platforma.id })));
  const senegalese = await makePerson(db, { organisationId: dakar.id });
  // the seventh was invited, and did not come
  for (const [index, one] of french.entries()) await came(climate.id, one, 'commune', 'Ville de Nanterre', index < 6 ? AT : null);
  for (const one of french.slice(0, 2)) await came(energy.id, one, 'commune', 'Ville de Nanterre');
  for (const one of belgian) await came(energy.id, one, 'network', 'Platforma');
  await came(bureau.id, senegalese, 'commune', 'Ville de Dakar');
  await came(cancelled.id, await makePerson(db), 'commune', 'Ville de Paris');
  for (const one of french.slice(0, 5)) await came(old.id, one, 'commune', 'Ville de Nanterre');

  const registration = (familyName: string, more = {}) => ({
    ...{ id: crypto.randomUUID(), editionId, familyName, nameKey: familyName.toLowerCase(), state: 'registered' as const },
    ...{ category: 'member' as const, organisationName: 'Ville de Metz', organisationKind: 'commune' as const },
    ...{ badgeCode: crypto.randomUUID().replaceAll('-', '').toUpperCase(), ...more },
  });
  const registrations = [
    // two who came to sessions, one whom the entrance noted twice, one who walked in, one who stayed at home; and who withdrew
    registration('Un', { personId: french[0]?.id }),
    registration('Deux', { personId: french[1]?.id }),
    registration('Trois'),
    registration('Quatre', { cameAs: 'walk_in', personId: belgian[0]?.id }),
    registration('Cinq'),
    registration('Six', { state: 'cancelled', cancelledAt: AT }),
  ];
  await db.insertInto('registrations').values(registrations).execute();
  const [first, , third] = registrations;
  const door = { id: crypto.randomUUID(), editionId, name: 'Accueil', tokenHash: Buffer.alloc(32, 1) };
  await db.insertInto('checkInDoors').values(door).execute();
  const check = (registrationId = '', more = {}) => ({
    ...{ id: crypto.randomUUID(), editionId, doorId: door.id, registrationId, phoneId: crypto.randomUUID(), kind: 'in' as const },
    ...{ at: AT, phoneAt: AT, receivedAt: AT, day: '2023-09-18', warned: false, standing: 'taken' as const, outcome: 'counted' as const },
    ...more,
  });
  const checks = [
    check(third?.id),
    check(third?.id, { outcome: 'repeated' }),
    check(first?.id),
    // a copied badge, and one that a revoked door noted
    check(registrations[4]?.id, { outcome: 'doubtful', verdict: 'copied' }),
    check(registrations[4]?.id, { standing: 'held', outcome: null }),
  ];
  await db.insertInto('checkInEvents').values(checks).execute();
  await db
    .insertInto('sessionRegistrations')
    .values([
      { registrationId: first?.id ?? '', meetingId: climate.id, state: 'registered' },
      { registrationId: third?.id ?? '', meetingId: climate.id, state: 'waiting' },
    ])
    .execute();
});

const figuresFor = async (viewer: Viewer | null) => readFigures(services, await enterEdition(services, viewer, 'raict-2023'));

describe('the figures of an edition', () => {
  test('count a person once at the edition, however many sessions they were at, and whom the entrance alone noted', async () => {
    const figures = await figuresFor(organiser);
    expect(figures).toMatchObject({ exact: true, came: 11, registered: 4, missed: 1, walkIns: 1, organisations: 4 });
  });

  test('tell where they work, by kind and by origin', async () => {
    const figures = await figuresFor(organiser);
    expect(figures?.kinds).toEqual([
      { key: 'commune', people: 8 },
      { key: 'network', people: 3 },
    ]);
    expect(figures?.origins).toEqual([
      { key: 'france', people: 6 },
      { key: 'europe', people: 3 },
      { key: 'unknown', people: 1 },
      { key: 'africa', people: 1 },
    ]);
  });

  test('tell each session, and each theme with a person once; a cancelled session is none', async () => {
    const figures = await figuresFor(organiser);
    const bySlug = Object.fromEntries(figures?.sessions.map(({ slug, came, registered }) => [slug, [came, registered]]) ?? []);
    expect(bySlug).toEqual({ climat: [6, 1], energie: [5, 0], bureau: [1, 0] });
    // six at climate, and three more at energy
    expect(figures?.themes).toEqual([{ name: 'Climat', sessions: 2, came: 9 }]);
  });

  test('stand beside those of the editions before', async () => {
    const figures = await figuresFor(organiser);
    expect(figures?.years.map(({ year, came, registered }) => [year, came, registered])).toEqual([
      ['2022', 5, 0],
      ['2023', 11, 4],
    ]);
  });

  test('tell the public nothing of fewer than five, nor of a session that it may not see', async () => {
    const figures = await figuresFor(null);
    expect(figures).toMatchObject({ exact: false, came: 11, registered: null, missed: null, walkIns: null, organisations: null });
    expect(figures?.kinds).toEqual([{ key: null, people: 11 }]);
    expect(figures?.origins).toEqual([
      { key: 'france', people: 6 },
      { key: null, people: 5 },
    ]);
    expect(figures?.sessions.map(({ slug, came, registered }) => [slug, came, registered])).toEqual([
      ['climat', 6, null],
      ['energie', 5, 0],
    ]);
  });

  test('are for its organisers alone until it is over', async () => {
    services.clock.set('2023-09-19T20:00:00Z');
    expect(await figuresFor(null)).toBeNull();
    expect(await figuresFor(organiser)).toMatchObject({ came: 11 });
    expect(await readSum(services, await enterEdition(services, organiser, 'raict-2023'))).toBeNull();
    services.clock.set('2023-09-19T22:30:00Z');
    expect(await figuresFor(null)).toMatchObject({ came: 11 });
    expect(await readSum(services, await enterEdition(services, organiser, 'raict-2023'))).toMatchObject({ came: 11 });
  });
});
