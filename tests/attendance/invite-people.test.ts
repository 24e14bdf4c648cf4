import { describe, expect, test } from 'vitest';
import { invitePeople, type Whom } from '#server/attendance/invite-people.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMembership, makeOrganisation, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { planScene } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

type Scene = Awaited<ReturnType<typeof planScene>>;
const invite = (scene: Scene, whom: Whom, roles: ('participant' | 'chair' | 'speaker')[] = ['participant']) =>
  invitePeople(services, { viewer: scene.viewer, scope: scene.scope, network: scene.network, whom, roles });
const rowsOf = (meetingId: string) =>
  database.db.selectFrom('attendances').selectAll().where('meetingId', '=', meetingId).orderBy('familyName').execute();

describe('inviting a group', () => {
  test('every current member gets one invitation, the organiser too, and the number is the one that was confirmed', async () => {
    const scene = await planScene(database, services);
    const members = [await makePerson(database.db), await makePerson(database.db)];
    for (const { id } of members) await makeMembership(database.db, { groupId: scene.group.id, personId: id });
    const invited = await invite(scene, { kind: 'group', groupId: scene.group.id, expected: 3 });
    expect(invited).toEqual({ ok: true, added: 3, written: 3 });
    for (const { email } of members) expect((await services.mailbox.next(email)).subject).toContain('Point Amérique latine');
    await services.mailbox.next(scene.organiser.email);
    expect(services.told).toContainEqual({ meetingId: scene.meeting.id, topic: 'attendance' });
  });

  test('when somebody joined since the number was shown, nobody is invited and the new number is told', async () => {
    const scene = await planScene(database, services);
    await makeMembership(database.db, { groupId: scene.group.id, personId: (await makePerson(database.db)).id });
    const invited = await invite(scene, { kind: 'group', groupId: scene.group.id, expected: 1 });
    expect(invited).toEqual({ ok: false, reason: 'count_changed', count: 2 });
    expect(await rowsOf(scene.meeting.id)).toEqual([]);
  });

  test('the members of a group that the organiser does not belong to stay unknown', async () => {
    const scene = await planScene(database, services);
    const other = await makeGroup(database.db);
    await makeMembership(database.db, { groupId: other.id, personId: (await makePerson(database.db)).id });
    expect(await invite(scene, { kind: 'group', groupId: other.id, expected: 1 })).toEqual({ ok: false, reason: 'not_your_group' });
    expect(await rowsOf(scene.meeting.id)).toEqual([]);
  });

  test('a member without an e-mail address is on the list, and nothing is written to them', async () => {
    const scene = await planScene(database, services);
    const person = await makePerson(database.db, { email: null });
    expect(await invite(scene, { kind: 'people', personIds: [person.id] })).toEqual({ ok: true, added: 1, written: 0 });
    expect((await rowsOf(scene.meeting.id))[0]?.invitedAt).toBeNull();
  });
});

describe('inviting people', () => {
  test('inviting the same person twice sends one mail', async () => {
    const scene = await planScene(database, services);
    const person = await makePerson(database.db);
    const both = [invite(scene, { kind: 'people', personIds: [person.id] }), invite(scene, { kind: 'people', personIds: [person.id] })];
    expect((await Promise.all(both)).map((one) => one.ok && one.added).sort()).toEqual([0, 1]);
    await services.mailbox.next(person.email);
    await expect(services.mailbox.next(person.email)).rejects.toThrow('No unread mail');
  });

  test('function and organisation are kept as they were that day', async () => {
    const scene = await planScene(database, services);
    const city = await makeOrganisation(database.db, { name: 'Ville de Nanterre' });
    const person = await makePerson(database.db, { function: 'Adjoint au maire', organisationId: city.id });
    await invite(scene, { kind: 'people', personIds: [person.id] }, ['chair', 'speaker']);
    await database.db.updateTable('people').set({ function: 'Sénateur', organisationId: null }).where('id', '=', person.id).execute();
    expect(await rowsOf(scene.meeting.id)).toMatchObject([
      { function: 'Adjoint au maire', organisationName: 'Ville de Nanterre', organisationKind: 'commune', roles: ['chair', 'speaker'] },
    ]);
  });

  test('somebody new is written into the directory once, however often the form is sent', async () => {
    const scene = await planScene(database, services);
    const person = { id: crypto.randomUUID(), givenName: 'Rosalie', familyName: 'Agésilas', function: 'Responsable de service' };
    const whom: Whom = { kind: 'new', person: { ...person, organisation: 'CAP Nord Martinique', email: 'rosalie@capnord.example' } };
    expect(await invite(scene, whom)).toEqual({ ok: true, added: 1, written: 1 });
    expect(await invite(scene, whom)).toEqual({ ok: true, added: 0, written: 0 });
    expect((await rowsOf(scene.meeting.id)).map((row) => row.organisationName)).toEqual(['CAP Nord Martinique']);
    expect((await services.mailbox.next('rosalie@capnord.example')).to?.[0]?.name).toBe('Rosalie Agésilas');
  });

  test('somebody known who comes under another hat is listed as typed, and the directory keeps its own', async () => {
    const scene = await planScene(database, services);
    const known = await makePerson(database.db, { function: 'Maire', email: 'maire@chartres.example' });
    const person = { id: crypto.randomUUID(), givenName: known.givenName, familyName: known.familyName, email: known.email };
    await invite(scene, { kind: 'new', person: { ...person, function: 'Vice-président', organisation: 'Chartres Métropole' } });
    expect(await rowsOf(scene.meeting.id)).toMatchObject([
      { personId: known.id, function: 'Vice-président', organisationName: 'Chartres Métropole' },
    ]);
    const kept = await database.db.selectFrom('people').select('function').where('id', '=', known.id).executeTakeFirstOrThrow();
    expect(kept.function).toBe('Maire');
  });

  test('an unknown id puts nobody on the list', async () => {
    const scene = await planScene(database, services);
    expect(await invite(scene, { kind: 'people', personIds: [crypto.randomUUID()] })).toEqual({ ok: true, added: 0, written: 0 });
  });
});

describe('when invitations leave', () => {
  test('a draft gathers its list and writes to nobody', async () => {
    const scene = await planScene(database, services, { status: 'draft' });
    const person = await makePerson(database.db);
    expect(await invite(scene, { kind: 'people', personIds: [person.id] })).toEqual({ ok: true, added: 1, written: 0 });
    await expect(services.mailbox.next(person.email)).rejects.toThrow('No unread mail');
  });

  test('the list of a past meeting can be completed without a mail', async () => {
    const scene = await planScene(database, services, { edtf: '2022-03-01T10:00/2022-03-01T12:00' });
    const person = await makePerson(database.db);
    expect(await invite(scene, { kind: 'people', personIds: [person.id] })).toEqual({ ok: true, added: 1, written: 0 });
  });

  test('nobody is invited to a cancelled meeting', async () => {
    const scene = await planScene(database, services, { status: 'cancelled' });
    const person = await makePerson(database.db);
    expect(await invite(scene, { kind: 'people', personIds: [person.id] })).toEqual({ ok: false, reason: 'cancelled' });
  });

  test('an invitation that was taken back before it left is never sent', async () => {
    const scene = await planScene(database, services);
    const person = await makePerson(database.db);
    await invite(scene, { kind: 'people', personIds: [person.id] });
    await database.db.deleteFrom('attendances').where('personId', '=', person.id).execute();
    await expect(services.mailbox.next(person.email)).rejects.toThrow('No unread mail');
    const mail = await database.db.selectFrom('outboxMails').select('state').where('personId', '=', person.id).executeTakeFirstOrThrow();
    expect(mail.state).toBe('withdrawn');
  });
});
