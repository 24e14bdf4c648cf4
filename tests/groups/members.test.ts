import { expect, test } from 'vitest';
import { addMember } from '#server/groups/add-member.ts';
import { changeRole } from '#server/groups/change-role.ts';
import { removeMember } from '#server/groups/remove-member.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMembership, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { makeOrganisedGroup, newId, rolesIn } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

const lucie = () => ({
  id: newId(),
  givenName: 'Lucie',
  familyName: 'Barat',
  function: 'Élue',
  organisation: 'Ville des Brumes',
  email: `lucie.${newId()}@brumes.example`,
});

test('a member added by form comes with organisation and function, and gains access at once', async () => {
  const { viewer, scope } = await makeOrganisedGroup(services);
  const person = lucie();
  expect(await addMember(services, { viewer, scope, person, choice: null, role: 'member' })).toEqual({ ok: true, personId: person.id });
  const row = await services.db
    .selectFrom('people')
    .innerJoin('organisations', 'organisations.id', 'people.organisationId')
    .select(['people.function', 'organisations.name', 'organisations.kind'])
    .where('people.id', '=', person.id)
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ function: 'Élue', name: 'Ville des Brumes', kind: 'commune' });
  expect(services.accessChanges).toContainEqual({ personId: person.id });
});

test('the form of a new member sent twice at once adds one person', async () => {
  const { viewer, scope, group } = await makeOrganisedGroup(services);
  const person = { ...lucie(), familyName: `Double ${newId()}` };
  const both = await Promise.all([1, 2].map(() => addMember(services, { viewer, scope, person, choice: null, role: 'observer' })));
  expect(both).toEqual([
    { ok: true, personId: person.id },
    { ok: true, personId: person.id },
  ]);
  expect(Object.values(await rolesIn(services, group.id))).toEqual(['organiser', 'observer']);
});

test('somebody added, removed, and added again from the same form (back button) is a member again', async () => {
  const { viewer, scope, group } = await makeOrganisedGroup(services);
  const person = { ...lucie(), familyName: `Retour ${newId()}` };
  const add = () => addMember(services, { viewer, scope, person, choice: null, role: 'member' });
  await add();
  await removeMember(services, { viewer, scope, personId: person.id });
  expect(await add()).toEqual({ ok: true, personId: person.id });
  expect(await rolesIn(services, group.id)).toMatchObject({ [person.id]: 'member' });
});

test('two groups that add the same address at once get the same person', async () => {
  const one = await makeOrganisedGroup(services);
  const two = await makeOrganisedGroup(services);
  const email = `rare.${newId()}@brumes.example`;
  const added = await Promise.all(
    [one, two].map(({ viewer, scope }) =>
      addMember(services, {
        viewer,
        scope,
        person: { ...lucie(), familyName: `Rare ${email}`.slice(0, 90), email },
        choice: null,
        role: 'member',
      }),
    ),
  );
  expect(added.every((one) => one.ok)).toBe(true);
  expect(await services.db.selectFrom('people').select('id').where('email', '=', email).execute()).toHaveLength(1);
});

test('a namesake is proposed, and becomes a member or stays another person as was said', async () => {
  const { viewer, scope, group } = await makeOrganisedGroup(services);
  const known = await makePerson(services.db, { givenName: 'Martine', familyName: 'Petit', function: '' });
  const person = { ...lucie(), givenName: 'Martine', familyName: 'PETIT' };
  const asked = await addMember(services, { viewer, scope, person, choice: null, role: 'member' });
  expect(asked).toMatchObject({ ok: false, reason: 'doubt', by: 'name', candidates: [{ id: known.id }] });
  expect(await addMember(services, { viewer, scope, person, choice: known.id, role: 'member' })).toEqual({ ok: true, personId: known.id });
  expect((await rolesIn(services, group.id))[known.id]).toBe('member');
  const row = await services.db.selectFrom('people').select(['function', 'email']).where('id', '=', known.id).executeTakeFirstOrThrow();
  expect(row).toEqual({ function: 'Élue', email: known.email });
  const other = { ...person, id: newId() };
  expect(await addMember(services, { viewer, scope, person: other, choice: 'other', role: 'member' })).toEqual({
    ok: true,
    personId: other.id,
  });
});

test('an address that is somebody else’s is asked about, and never taken from its owner', async () => {
  const { viewer, scope } = await makeOrganisedGroup(services);
  const owner = await makePerson(services.db);
  const person = { ...lucie(), email: owner.email };
  expect(await addMember(services, { viewer, scope, person, choice: null, role: 'member' })).toMatchObject({
    reason: 'doubt',
    by: 'email',
  });
  await addMember(services, { viewer, scope, person, choice: 'other', role: 'member' });
  const rows = await services.db.selectFrom('people').select(['id', 'email']).where('id', 'in', [owner.id, person.id]).execute();
  expect(rows).toContainEqual({ id: owner.id, email: owner.email });
  expect(rows).toContainEqual({ id: person.id, email: null });
});

test('a known person without address, who belongs to another group, is not given an address that would open that group', async () => {
  const { viewer, scope } = await makeOrganisedGroup(services);
  const elsewhere = await makeGroup(services.db, { visibility: 'members' });
  const victim = await makePerson(services.db, { familyName: 'Sansadresse', email: null });
  await makeMembership(services.db, { groupId: elsewhere.id, personId: victim.id });
  const person = { ...lucie(), givenName: victim.givenName, familyName: victim.familyName };
  await addMember(services, { viewer, scope, person, choice: victim.id, role: 'member' });
  const row = await services.db.selectFrom('people').select('email').where('id', '=', victim.id).executeTakeFirstOrThrow();
  expect(row.email).toBeNull();
});

test.each([
  [{ familyName: '' }, 'no_name'],
  [{ familyName: '\u202E \u0000' }, 'no_name'],
  [{ givenName: 'a'.repeat(10_000) }, 'given_name_too_long'],
  [{ organisation: 'a'.repeat(10_000) }, 'organisation_too_long'],
  [{ function: 'a'.repeat(10_000) }, 'function_too_long'],
  [{ email: 'a@b.fr\r\nBcc: everybody@brumes.example' }, 'bad_email'],
])('a member with %j is refused: %s', async (change, fault) => {
  const { viewer, scope } = await makeOrganisedGroup(services);
  const added = await addMember(services, { viewer, scope, person: { ...lucie(), ...change }, choice: null, role: 'member' });
  expect(added).toEqual({ ok: false, reason: 'faulty', faults: [fault] });
});

test('markup and line breaks in a name are text, on one line', async () => {
  const { viewer, scope } = await makeOrganisedGroup(services);
  const person = { ...lucie(), familyName: '<script>alert(1)</script>\r\nBcc: x' };
  await addMember(services, { viewer, scope, person, choice: null, role: 'member' });
  const row = await services.db.selectFrom('people').select('familyName').where('id', '=', person.id).executeTakeFirstOrThrow();
  expect(row.familyName).toBe('<script>alert(1)</script> Bcc: x');
});

test('a member who is removed or changes role loses and gains access at once', async () => {
  const { viewer, scope, group } = await makeOrganisedGroup(services);
  const person = await makePerson(services.db);
  await makeMembership(services.db, { groupId: group.id, personId: person.id });
  expect(await changeRole(services, { viewer, scope, personId: person.id, role: 'observer' })).toEqual({ ok: true });
  expect(await removeMember(services, { viewer, scope, personId: person.id })).toEqual({ ok: true });
  expect(await removeMember(services, { viewer, scope, personId: person.id })).toEqual({ ok: true });
  expect(services.accessChanges.filter((one) => 'personId' in one && one.personId === person.id).length).toBeGreaterThanOrEqual(2);
  expect(await changeRole(services, { viewer, scope, personId: person.id, role: 'member' })).toEqual({ ok: false, reason: 'not_a_member' });
});

test('an organiser has an address to sign in with', async () => {
  const { viewer, scope, group } = await makeOrganisedGroup(services);
  const person = await makePerson(services.db, { email: null });
  await makeMembership(services.db, { groupId: group.id, personId: person.id });
  expect(await changeRole(services, { viewer, scope, personId: person.id, role: 'organiser' })).toEqual({
    ok: false,
    reason: 'organiser_without_address',
  });
  const nobody = { ...lucie(), familyName: 'Sansadresse Aussi', email: '' };
  expect(await addMember(services, { viewer, scope, person: nobody, choice: null, role: 'organiser' })).toEqual({
    ok: false,
    reason: 'organiser_without_address',
  });
});

test('the last organiser can neither leave nor step down', async () => {
  const { viewer, scope, organiser } = await makeOrganisedGroup(services);
  const refused = { ok: false, reason: 'last_organiser' };
  expect(await removeMember(services, { viewer, scope, personId: organiser.id })).toEqual(refused);
  expect(await changeRole(services, { viewer, scope, personId: organiser.id, role: 'member' })).toEqual(refused);
});

test('two organisers who remove or demote each other at the same moment leave one', async () => {
  for (let round = 0; round < 10; round++) {
    const { viewer, scope, organiser, group } = await makeOrganisedGroup(services);
    const second = await makePerson(services.db);
    await makeMembership(services.db, { groupId: group.id, personId: second.id, role: 'organiser' });
    const results = await Promise.all([
      removeMember(services, { viewer, scope, personId: second.id }),
      changeRole(services, { viewer, scope, personId: organiser.id, role: 'member' }),
      removeMember(services, { viewer, scope, personId: organiser.id }),
    ]);
    expect(results.some((result) => result.ok)).toBe(true);
    expect(Object.values(await rolesIn(services, group.id)).filter((role) => role === 'organiser')).toHaveLength(1);
  }
});
