import { expect, test } from 'vitest';
import { editProfile } from '#server/accounts/edit-profile.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);
const form = { givenName: 'Karim', familyName: 'Belhadj', language: 'en', timeZone: 'America/Cayenne' };

const stored = (id: string) => database.db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

test('a person changes their name, language and time zone, and is found under the new name', async () => {
  const person = await makePerson(database.db);
  expect(await editProfile(services, person.id, { ...form, givenName: 'Élodie', revision: 1 })).toEqual({ ok: true });
  expect(await stored(person.id)).toMatchObject({ givenName: 'Élodie', nameKey: 'elodie belhadj', language: 'en', revision: 2 });
});

test('of two edits of the same version the second changes nothing and says so', async () => {
  const person = await makePerson(database.db);
  const results = await Promise.all([
    editProfile(services, person.id, { ...form, givenName: 'Un', revision: 1 }),
    editProfile(services, person.id, { ...form, givenName: 'Deux', revision: 1 }),
  ]);
  expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
  expect(results.find((result) => !result.ok)).toEqual({ ok: false, reason: 'conflict' });
  expect((await stored(person.id)).revision).toBe(2);
});

test('the same form sent twice is one edit', async () => {
  const person = await makePerson(database.db);
  const results = await Promise.all([1, 2].map(() => editProfile(services, person.id, { ...form, revision: 1 })));
  expect(results).toEqual([{ ok: true }, { ok: true }]);
  expect((await stored(person.id)).revision).toBe(2);
});

test.each([
  ['givenName', ' \u200E\u0000 '],
  ['givenName', 'x'.repeat(101)],
  ['familyName', ''],
  ['language', 'de'],
  ['timeZone', 'Europe/Atlantis'],
  ['timeZone', '+02:00'],
  ['timeZone', ''],
  ['timeZone', "Europe/Paris'; drop table people; --"],
] as const)('a %s of %j is refused, with the field named', async (field, value) => {
  const person = await makePerson(database.db);
  expect(await editProfile(services, person.id, { ...form, [field]: value, revision: 1 })).toEqual({
    ok: false,
    reason: 'invalid',
    fields: [field],
  });
});

test('line breaks and text direction tricks in a name are removed', async () => {
  const person = await makePerson(database.db);
  await editProfile(services, person.id, { ...form, givenName: 'Ka\u202Erim\r\nBcc: x', revision: 1 });
  expect((await stored(person.id)).givenName).toBe('Karim Bcc: x');
});
