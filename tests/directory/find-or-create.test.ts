import { expect, test } from 'vitest';
import type { Trx } from '#db/client.ts';
import { findOrCreateOrganisation } from '#server/directory/find-or-create-organisation.ts';
import { findOrCreatePerson } from '#server/directory/find-or-create-person.ts';
import { useDatabase } from '#tests/support/database.ts';

const database = useDatabase();
const run = <T>(work: (trx: Trx) => Promise<T>) => database.db.transaction().execute(work);
const anyGroup = '01890000-0000-7000-8000-000000000000';

test('an organisation written twice with other accents and capitals is one', async () => {
  const first = await run((trx) => findOrCreateOrganisation(trx, { name: 'Conseil régional d’Occitanie' }));
  const second = await run((trx) => findOrCreateOrganisation(trx, { name: "CONSEIL REGIONAL D'OCCITANIE" }));
  expect(second).toEqual({ id: first.id, name: 'Conseil régional d’Occitanie' });
  const row = await database.db.selectFrom('organisations').select('kind').where('id', '=', first.id).executeTakeFirstOrThrow();
  expect(row.kind).toBe('region');
});

test('two organisations of one name in two countries are two', async () => {
  const here = await run((trx) => findOrCreateOrganisation(trx, { name: 'Ville de Santa Fe', country: 'AR' }));
  const there = await run((trx) => findOrCreateOrganisation(trx, { name: 'Ville de Santa Fe', country: 'BO' }));
  expect(there.id).not.toBe(here.id);
});

test('organisations whose names have no letter do not fall together', async () => {
  const one = await run((trx) => findOrCreateOrganisation(trx, { name: '★' }));
  const other = await run((trx) => findOrCreateOrganisation(trx, { name: '☂' }));
  expect(other.id).not.toBe(one.id);
});

test('an organisation that two people create at the same moment is created once', async () => {
  const both = await Promise.all([1, 2, 3, 4].map(() => run((trx) => findOrCreateOrganisation(trx, { name: 'Grand Brumois' }))));
  expect(new Set(both.map((one) => one.id)).size).toBe(1);
});

const camille = { givenName: 'Camille', familyName: 'Ferrand', email: 'camille@brumes.example', function: '', organisationId: null };

test('the same e-mail address is the same person, even when two forms bring it at once', async () => {
  const four = await Promise.all([1, 2, 3, 4].map(() => run((trx) => findOrCreatePerson(trx, camille, anyGroup))));
  expect(new Set(four.map((one) => one.id)).size).toBe(1);
  expect(four.filter((one) => one.created)).toHaveLength(1);
});

test('a known person without an address gets one, unless they belong to another group', async () => {
  const group = await database.db
    .insertInto('groups')
    .values({ slug: 'elsewhere', name: 'Ailleurs', kind: 'thematic' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const noAddress = { givenName: 'Lucie', familyName: 'Barat', email: null, function: '', organisationId: null };
  const lucie = await run((trx) => findOrCreatePerson(trx, noAddress, anyGroup));
  await database.db.insertInto('memberships').values({ groupId: group.id, personId: lucie.id, role: 'member' }).execute();
  const stranger = await run((trx) => findOrCreatePerson(trx, { ...noAddress, email: 'lucie@brumes.example' }, anyGroup));
  expect(stranger.id).not.toBe(lucie.id);
  const friend = await run((trx) => findOrCreatePerson(trx, { ...noAddress, email: 'l.barat@brumes.example', function: 'Élue' }, group.id));
  expect(friend).toEqual({ id: lucie.id, created: false });
  const row = await database.db.selectFrom('people').select(['email', 'function']).where('id', '=', lucie.id).executeTakeFirstOrThrow();
  expect(row).toEqual({ email: 'l.barat@brumes.example', function: 'Élue' });
});
