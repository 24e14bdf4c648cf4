import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '#app/model/viewer.ts';
import { listChoices } from '#db/own-programme/read.ts';
import { enterOwnProgramme, enterVisitorProgramme } from '#server/own-programme/access.ts';
import { chooseSession } from '#server/own-programme/choose-session.ts';
import { dropSession } from '#server/own-programme/drop-session.ts';
import { forgetProgramme } from '#server/own-programme/forget-programme.ts';
import { joinProgrammes } from '#server/own-programme/join-programmes.ts';
import { takeOverProgramme } from '#server/own-programme/take-over-programme.ts';
import { enterEdition } from '#server/programme/access.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { makeEdition, type SmallEdition } from './edition-with-sessions.ts';

const database = useDatabase();
const services = useServices(database);
let small: SmallEdition;

beforeAll(async () => {
  small = await makeEdition(database.db);
});

const choose = async (viewer: Viewer | null, meetingId: string, secret: string | null = null, ip = '192.0.2.1') => {
  const edition = await enterEdition(services, viewer, 'raict-2023');
  const chooser = viewer ? { personId: viewer.personId } : ({ personId: null, secret, ip } as const);
  return chooseSession(services, { edition, chooser, meetingId });
};
const ownOf = async (viewer: Viewer | null, secret: string | null = null) =>
  enterOwnProgramme(services, { edition: await enterEdition(services, viewer, 'raict-2023'), viewer, secret });
const choices = async (viewer: Viewer | null, secret: string | null = null) =>
  Object.fromEntries(await listChoices(database.db, await ownOf(viewer, secret)));

describe('one’s own programme', () => {
  test('holds what one chose, once, and nobody else’s', async () => {
    const { open } = small.sessions;
    expect(await choose(small.stranger, open)).toEqual({ ok: true, newSecret: null });
    expect(await choose(small.stranger, open)).toEqual({ ok: true, newSecret: null });
    expect(await choices(small.stranger)).toEqual({ [open]: 'starred' });
    expect(await choices(small.member)).toEqual({});
    await dropSession(services, await ownOf(small.stranger), open);
    await dropSession(services, await ownOf(small.stranger), open);
    expect(await choices(small.stranger)).toEqual({});
  });

  test('takes no session that its owner may not see, nor one of another edition', async () => {
    const { members, draft, elsewhere } = small.sessions;
    for (const hidden of [members, draft, elsewhere, crypto.randomUUID()])
      expect(await choose(small.stranger, hidden)).toEqual({ ok: false, reason: 'unknown' });
    expect(await choose(null, members)).toEqual({ ok: false, reason: 'unknown' });
    expect(await choose(small.member, members)).toEqual({ ok: true, newSecret: null });
  });

  test('loses what its owner may see no more, and has it again when they may', async () => {
    const { db } = database;
    const person = await makePerson(db);
    const viewer = viewerOf(person);
    const membership = { groupId: small.groupId, personId: person.id };
    await makeMembership(db, membership);
    await choose(viewer, small.sessions.members);
    await db.deleteFrom('memberships').where('personId', '=', person.id).execute();
    expect(await choices(viewer)).toEqual({});
    await makeMembership(db, membership);
    expect(await choices(viewer)).toEqual({ [small.sessions.members]: 'starred' });
  });

  test('of two presses at the same moment makes one programme', async () => {
    const viewer = viewerOf(await makePerson(database.db));
    await Promise.all([small.sessions.open, small.sessions.same].map((id) => choose(viewer, id)));
    expect(Object.keys(await choices(viewer))).toHaveLength(2);
  });

  test('counts what one registered for, or waits for, as chosen', async () => {
    const { db } = database;
    const viewer = viewerOf(await makePerson(db));
    const registration = await db
      .insertInto('registrations')
      .values({
        ...{ editionId: small.editionId, personId: viewer.personId, state: 'registered', category: 'member' },
        ...{ familyName: 'Belhadj', nameKey: 'belhadj', badgeCode: 'ABCDEFGHJKMNPQRSTVWXYZ0123' },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const of = { registrationId: registration.id };
    await db
      .insertInto('sessionRegistrations')
      .values([
        { ...of, meetingId: small.sessions.open, state: 'registered' },
        { ...of, meetingId: small.sessions.same, state: 'waiting' },
      ])
      .execute();
    await choose(viewer, small.sessions.open);
    expect(await choices(viewer)).toEqual({ [small.sessions.open]: 'registered', [small.sessions.same]: 'waiting' });
  });
});

describe('without an account', () => {
  test('a browser keeps its own programme by a secret, and another browser has none of it', async () => {
    const first = await choose(null, small.sessions.open);
    if (!first.ok || !first.newSecret) throw new Error('no secret');
    expect(await choose(null, small.sessions.same, first.newSecret)).toEqual({ ok: true, newSecret: null });
    expect(Object.keys(await choices(null, first.newSecret))).toHaveLength(2);
    expect(await choices(null, 'A'.repeat(43))).toEqual({});
    expect(await choices(null, 'no secret')).toEqual({});
    // not even for whoever is signed in beside it
    expect(await choices(small.stranger, first.newSecret)).toEqual({});
  });

  test('what was chosen before signing in is taken over once, and its link ends', async () => {
    const first = await choose(null, small.sessions.same);
    if (!first.ok || !first.newSecret) throw new Error('no secret');
    const viewer = viewerOf(await makePerson(database.db));
    await choose(viewer, small.sessions.open);
    const edition = await enterEdition(services, viewer, 'raict-2023');
    const before = await enterVisitorProgramme(services, { edition, secret: first.newSecret });
    if (!before) throw new Error('not found');
    await takeOverProgramme(services, before, viewer.personId);
    expect(Object.keys(await choices(viewer)).toSorted()).toEqual([small.sessions.open, small.sessions.same].toSorted());
    expect(await enterVisitorProgramme(services, { edition, secret: first.newSecret })).toBeNull();
  });

  test('of two programmes that meet in one browser, the one whose link was opened holds both', async () => {
    const [one, two] = [await choose(null, small.sessions.open), await choose(null, small.sessions.same)];
    if (!one.ok || !two.ok) throw new Error('refused');
    const [from, into] = [await ownOf(null, one.newSecret), await ownOf(null, two.newSecret)];
    await joinProgrammes(services, { from, into });
    await joinProgrammes(services, { from: into, into });
    expect(Object.keys(await choices(null, two.newSecret))).toHaveLength(2);
    expect(await choices(null, one.newSecret)).toEqual({});
  });

  test('it can be deleted, and new ones from one address have a limit', async () => {
    const first = await choose(null, small.sessions.open, null, '198.51.100.7');
    if (!first.ok || !first.newSecret) throw new Error('no secret');
    await forgetProgramme(services, await ownOf(null, first.newSecret));
    expect(await choices(null, first.newSecret)).toEqual({});
    const refused = await Promise.all(Array.from({ length: 120 }, () => choose(null, crypto.randomUUID(), null, '198.51.100.7')));
    expect(refused.filter((one) => !one.ok && one.reason === 'too-often')).toHaveLength(1);
  });

  test('secrets that a script made up have the same limit', async () => {
    const madeUp = () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
    const asked = await Promise.all(Array.from({ length: 121 }, () => choose(null, small.sessions.open, madeUp(), '198.51.100.8')));
    expect(asked.filter((one) => !one.ok && one.reason === 'too-often')).toHaveLength(1);
  });

  test('what was chosen for an edition long past is thrown away', async () => {
    const first = await choose(null, small.sessions.open);
    if (!first.ok || !first.newSecret) throw new Error('no secret');
    services.clock.set('2024-11-01T10:00:00Z');
    const next = await choose(null, small.sessions.open);
    if (!next.ok || !next.newSecret) throw new Error('no secret');
    expect(await choices(null, first.newSecret)).toEqual({});
    expect(await choices(null, next.newSecret)).toEqual({ [small.sessions.open]: 'starred' });
    services.clock.set('2022-06-01T08:00:00Z');
  });
});
