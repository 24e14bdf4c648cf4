import { expect, test } from 'vitest';
import { findLink, mintLink } from '#server/accounts/link-tokens.ts';
import { openInvitationLink } from '#server/attendance/access.ts';
import { correctOrganisation, correctPerson } from '#server/directory/access.ts';
import { editOrganisation } from '#server/directory/edit-organisation.ts';
import { editPerson, type PersonEdit } from '#server/directory/edit-person.ts';
import { makeOrganisedGroup } from '#tests/groups/scene.ts';
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

async function scene() {
  const { viewer, group } = await makeOrganisedGroup(services);
  const organisation = await makeOrganisation(services.db, { country: 'AR' });
  const person = await makePerson(services.db, { givenName: 'Paula', function: 'Adjointe', organisationId: organisation.id });
  await makeMembership(services.db, { groupId: group.id, personId: person.id });
  const scope = await correctPerson(services, viewer, person.id);
  const edit: PersonEdit = {
    givenName: 'Paula',
    familyName: 'Quintero',
    function: 'Maire',
    organisation: 'Ville de Loin',
    email: person.email,
    language: 'es',
    timeZone: 'America/Bogota',
  };
  return { viewer, group, organisation, person, scope, edit, revision: person.revision };
}

test('coming and undated meetings show the new function, past ones that of the day', async () => {
  const { viewer, group, person, scope, edit, revision } = await scene();
  const coming = await makeMeeting(services.db, { groupId: group.id });
  const undated = await makeMeeting(services.db, { groupId: group.id, during: null, edtf: 'XXXX' });
  const past = await makeMeeting(services.db, { groupId: group.id, during: '[2022-05-01T08:00:00Z,2022-05-01T10:00:00Z)' });
  for (const meeting of [coming, undated, past]) await makeAttendance(services.db, { meetingId: meeting.id, personId: person.id });
  expect(await editPerson(services, { viewer, scope, revision, edit })).toEqual({ ok: true });
  const rows = await services.db
    .selectFrom('attendances')
    .select(['meetingId', 'familyName', 'function', 'organisationName', 'organisationKind'])
    .where('personId', '=', person.id)
    .execute();
  const now = { familyName: 'Quintero', function: 'Maire', organisationName: 'Ville de Loin', organisationKind: 'commune' };
  expect(rows).toHaveLength(3);
  expect(rows).toContainEqual({ meetingId: coming.id, ...now });
  expect(rows).toContainEqual({ meetingId: undated.id, ...now });
  expect(rows).toContainEqual(expect.objectContaining({ meetingId: past.id, function: 'Adjointe', familyName: person.familyName }));
  expect(services.told).toContainEqual({ meetingId: coming.id, topic: 'attendance' });
});

test('an edit from an older form changes nothing and shows what is there', async () => {
  const { viewer, person, scope, edit, revision } = await scene();
  await editPerson(services, { viewer, scope, revision, edit });
  const late = await editPerson(services, { viewer, scope, revision, edit: { ...edit, function: 'Sénatrice' } });
  expect(late).toMatchObject({ ok: false, reason: 'conflict', current: { function: 'Maire', revision: revision + 1 } });
  const row = await services.db.selectFrom('people').select('function').where('id', '=', person.id).executeTakeFirstOrThrow();
  expect(row.function).toBe('Maire');
});

test('an organisation whose name is unchanged stays the same one, of its own country', async () => {
  const { viewer, organisation, person, scope, edit, revision } = await scene();
  await makeOrganisation(services.db, { name: organisation.name, nameKey: organisation.nameKey, country: 'FR' });
  await editPerson(services, { viewer, scope, revision, edit: { ...edit, organisation: organisation.name } });
  const row = await services.db.selectFrom('people').select('organisationId').where('id', '=', person.id).executeTakeFirstOrThrow();
  expect(row.organisationId).toBe(organisation.id);
});

test('a new address ends the sessions of the old one; somebody else’s address is refused', async () => {
  const { viewer, person, scope, edit, revision } = await scene();
  const other = await makePerson(services.db);
  await services.db
    .insertInto('sessions')
    .values({ personId: person.id, tokenHash: Buffer.from(person.id), expiresAt: '2030-01-01T00:00:00Z' })
    .execute();
  expect(await editPerson(services, { viewer, scope, revision, edit: { ...edit, email: other.email } })).toEqual({
    ok: false,
    reason: 'address_taken',
  });
  expect(await editPerson(services, { viewer, scope, revision, edit: { ...edit, email: `new.${person.email}` } })).toEqual({ ok: true });
  const session = await services.db.selectFrom('sessions').select('revokedAt').where('personId', '=', person.id).executeTakeFirstOrThrow();
  expect(session.revokedAt).not.toBeNull();
  expect(services.accessChanges).toContainEqual({ personId: person.id });
});

test('whoever got a person’s mail by mistake cannot use the links in it once the address is put right', async () => {
  const { viewer, group, person, scope, edit, revision } = await scene();
  const meeting = await makeMeeting(services.db, { groupId: group.id });
  const attendance = await makeAttendance(services.db, { meetingId: meeting.id, personId: person.id });
  const link = { personId: person.id, validFor: { hours: 1 } };
  const answer = await mintLink(services, { ...link, purpose: 'answer', attendanceId: attendance.id });
  const signIn = await mintLink(services, { ...link, purpose: 'sign_in' });
  expect(await openInvitationLink(services, answer)).not.toBeNull();
  expect(await editPerson(services, { viewer, scope, revision, edit: { ...edit, email: `new.${person.email}` } })).toEqual({ ok: true });
  expect(await openInvitationLink(services, answer)).toBeNull();
  expect((await findLink(services, 'sign_in', signIn)).state).toBe('revoked');
});

test('an organiser cannot give themselves the mailbox of somebody who belongs elsewhere', async () => {
  const { viewer, person, edit, revision } = await scene();
  const elsewhere = await makeGroup(services.db, { visibility: 'members' });
  await makeMembership(services.db, { groupId: elsewhere.id, personId: person.id, role: 'organiser' });
  const scope = await correctPerson(services, viewer, person.id);
  expect(scope.can.changeAddress).toBe(false);
  const stolen = await editPerson(services, { viewer, scope, revision, edit: { ...edit, email: 'mine@brumes.example' } });
  expect(stolen).toEqual({ ok: false, reason: 'address_not_yours' });
  expect(await editPerson(services, { viewer, scope, revision, edit })).toEqual({ ok: true });
});

test('an organiser’s address can change, not disappear', async () => {
  const { viewer, group, person, scope, edit, revision } = await scene();
  await services.db
    .updateTable('memberships')
    .set({ role: 'organiser' })
    .where('personId', '=', person.id)
    .where('groupId', '=', group.id)
    .execute();
  const without = await editPerson(services, { viewer, scope, revision, edit: { ...edit, email: null } });
  expect(without).toEqual({ ok: false, reason: 'address_needed' });
});

test('the network’s organisers are out of an organiser’s reach', async () => {
  const { viewer, group } = await makeOrganisedGroup(services);
  const boss = await makePerson(services.db, { networkOrganiser: true });
  await makeMembership(services.db, { groupId: group.id, personId: boss.id });
  expect((await correctPerson(services, viewer, boss.id)).can.changeAddress).toBe(false);
});

test('only organisers of a group of theirs reach a person’s record: others get 404, visitors are asked to sign in', async () => {
  const { person, viewer } = await scene();
  const stranger = viewerOf(await makePerson(services.db));
  const self = viewerOf(person);
  for (const someone of [stranger, self])
    await expect(correctPerson(services, someone, person.id)).rejects.toMatchObject({ init: { status: 404 } });
  for (const id of ['nobody', crypto.randomUUID(), "' or 1=1"])
    await expect(correctPerson(services, viewer, id)).rejects.toMatchObject({ init: { status: 404 } });
  await expect(correctPerson(services, null, person.id)).rejects.toMatchObject({ status: 302 });
});

test('an organisation’s kind and country are corrected once; a second name and an older form are refused', async () => {
  const { viewer, organisation } = await scene();
  const taken = await makeOrganisation(services.db, { name: 'Nom pris', nameKey: 'nom pris', country: 'BO' });
  const scope = await correctOrganisation(services, viewer, organisation.id);
  const before = { name: organisation.name, kind: organisation.kind, country: organisation.country };
  const edit = (change: Partial<typeof before>) => editOrganisation(services, { viewer, scope, before, edit: { ...before, ...change } });
  expect(await edit({ name: taken.name, country: 'BO' })).toEqual({ ok: false, reason: 'name_taken' });
  expect(await edit({ kind: 'region' })).toEqual({ ok: true });
  expect(await edit({ kind: 'agency' })).toMatchObject({ ok: false, reason: 'conflict', current: { kind: 'region' } });
  await expect(correctOrganisation(services, viewerOf(await makePerson(services.db)), organisation.id)).rejects.toMatchObject({
    init: { status: 404 },
  });
});

test('an organisation’s new name shows in the coming meetings of all its people, and each open page is told once', async () => {
  const { viewer, group, organisation, person } = await scene();
  const colleague = await makePerson(services.db, { organisationId: organisation.id });
  const meeting = await makeMeeting(services.db, { groupId: group.id, during: null, edtf: 'XXXX' });
  for (const { id: personId } of [person, colleague]) await makeAttendance(services.db, { meetingId: meeting.id, personId });
  const scope = await correctOrganisation(services, viewer, organisation.id);
  const before = { name: organisation.name, kind: organisation.kind, country: organisation.country };
  expect(await editOrganisation(services, { viewer, scope, before, edit: { ...before, name: 'Ville nouvelle' } })).toEqual({ ok: true });
  const shown = await services.db.selectFrom('attendances').select('organisationName').where('meetingId', '=', meeting.id).execute();
  expect(shown).toEqual([{ organisationName: 'Ville nouvelle' }, { organisationName: 'Ville nouvelle' }]);
  expect(services.told.filter((told) => told.meetingId === meeting.id)).toHaveLength(1);
});
