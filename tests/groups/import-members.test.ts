import { expect, test } from 'vitest';
import { readAttendeeTable } from '#app/model/attendee-table.ts';
import { importMembers } from '#server/groups/import-members.ts';
import type { ImportDraft } from '#server/groups/preview-import.ts';
import { previewImport } from '#server/groups/preview-import.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeMembership, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { makeOrganisedGroup, newId, rolesIn } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

function draftOf(table: string): ImportDraft & { rows: ImportDraft['rows'][number][] } {
  const read = readAttendeeTable(table);
  if (!read.ok) throw new Error(read.reason);
  return { rows: read.rows.map((row) => ({ ...row, id: newId() })), choices: new Map(), skipped: new Set() };
}
const countPeople = async () =>
  (
    await services.db
      .selectFrom('people')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count;

test('each row of the preview says what will become of it', async () => {
  const { scope, group } = await makeOrganisedGroup(services);
  const member = await makePerson(services.db, { givenName: 'Déjà', familyName: 'Membre' });
  await makeMembership(services.db, { groupId: group.id, personId: member.id });
  const known = await makePerson(services.db, { givenName: 'Connue', familyName: 'Ailleurs' });
  const owner = await makePerson(services.db);
  await makePerson(services.db, { givenName: 'Paul', familyName: 'Homonyme' });
  const draft = draftOf(
    `nom;prénom;organisme;courriel
Nouveau;Nadia;Ville A;nadia@brumes.example
Membre;Déjà;Ville A;${member.email}
Ailleurs;Connue;Ville A;${known.email.toUpperCase()}
Autrement;Nommé;Ville A;${owner.email}
HOMONYME;Paul;Ville A;
Nouveau;Nadia;Ville A;nadia@brumes.example
;Sansnom;Ville A;
Mauvaise;Adresse;Ville A;adresse@
Autre;Personne;Ville A;nadia@brumes.example`,
  );
  const plan = await previewImport(services, { scope, draft });
  expect(plan.map((row) => [row.line, row.plan.status])).toEqual([
    [2, 'add'],
    [3, 'member'],
    [4, 'known'],
    [5, 'doubt'],
    [6, 'doubt'],
    [7, 'repeated'],
    [8, 'faulty'],
    [9, 'faulty'],
    [10, 'faulty'],
  ]);
  expect(plan[5]?.plan).toEqual({ status: 'repeated', line: 2 });
  expect(plan.slice(6).map((row) => (row.plan.status === 'faulty' ? row.plan.faults : []))).toEqual([
    ['no_name'],
    ['bad_email'],
    ['email_twice'],
  ]);
});

test('while one row is faulty or undecided nothing at all is imported', async () => {
  const { viewer, scope, group } = await makeOrganisedGroup(services);
  const before = await countPeople();
  const draft = draftOf('nom;prénom;courriel\nBonne;Ligne;\nMauvaise;Ligne;adresse@');
  expect(await importMembers(services, { viewer, scope, draft, role: 'member' })).toMatchObject({ ok: false, reason: 'undecided' });
  expect(await countPeople()).toBe(before);
  expect(Object.keys(await rolesIn(services, group.id))).toHaveLength(1);
});

test('a row corrected in place or left out lets the rest in, and the organisation written twice is one', async () => {
  const { viewer, scope, group } = await makeOrganisedGroup(services);
  const draft = draftOf(
    'nom;prénom;organisme;courriel\nUne;Anne;Conseil régional des Écueils;adresse@\nDeux;Aline;CONSEIL REGIONAL DES ECUEILS;\nTrois;Ada;;non',
  );
  const [first, , third] = draft.rows;
  const corrected = { ...draft, rows: draft.rows.map((row) => (row === first ? { ...row, email: 'anne@ecueils.example' } : row)) };
  corrected.skipped = new Set([third?.id ?? '']);
  expect(await importMembers(services, { viewer, scope, draft: corrected, role: 'observer' })).toEqual({
    ok: true,
    added: 2,
    alreadyMembers: 0,
  });
  expect(Object.values(await rolesIn(services, group.id)).sort()).toEqual(['observer', 'observer', 'organiser']);
  const organisations = await services.db
    .selectFrom('organisations')
    .select(['name', 'kind'])
    .where('nameKey', 'like', '%ecueils')
    .execute();
  expect(organisations).toEqual([{ name: 'Conseil régional des Écueils', kind: 'region' }]);
});

test('a doubt is decided by a person: the same one, whose record stays as it is, or another', async () => {
  const { viewer, scope, group } = await makeOrganisedGroup(services);
  const known = await makePerson(services.db, { givenName: 'Paul', familyName: 'Doute', function: 'Maire' });
  const draft = draftOf('nom;prénom;fonction\nDoute;Paul;Adjoint\nDoute;Paul;Directeur;');
  draft.rows[1] = { ...(draft.rows[1] ?? draft.rows[0]), organisation: 'Ville de Loin' } as (typeof draft.rows)[number];
  const [one, two] = draft.rows;
  draft.choices = new Map([
    [one?.id ?? '', known.id],
    [two?.id ?? '', 'other'],
  ]);
  expect(await importMembers(services, { viewer, scope, draft, role: 'member' })).toEqual({ ok: true, added: 2, alreadyMembers: 0 });
  expect(Object.keys(await rolesIn(services, group.id)).sort()).toEqual([known.id, two?.id, viewer.personId].sort());
  const row = await services.db.selectFrom('people').select('function').where('id', '=', known.id).executeTakeFirstOrThrow();
  expect(row.function).toBe('Maire');
});

test('a choice that the preview did not offer decides nothing', async () => {
  const { viewer, scope } = await makeOrganisedGroup(services);
  await makePerson(services.db, { givenName: 'Paul', familyName: 'Offert' });
  const stranger = await makePerson(services.db);
  const draft = draftOf('nom;prénom\nOffert;Paul');
  draft.choices = new Map([[draft.rows[0]?.id ?? '', stranger.id]]);
  expect(await importMembers(services, { viewer, scope, draft, role: 'member' })).toMatchObject({ ok: false, reason: 'undecided' });
});

test('the form sent twice, even at once, imports once', async () => {
  const { viewer, scope, group } = await makeOrganisedGroup(services);
  await makePerson(services.db, { givenName: 'Paul', familyName: 'Deuxfois' });
  const draft = draftOf('nom;prénom\nDeuxfois;Paul\nUnique;Zoé\n');
  draft.choices = new Map([[draft.rows[0]?.id ?? '', 'other']]);
  const results = await Promise.all([1, 2, 3].map(() => importMembers(services, { viewer, scope, draft, role: 'member' })));
  expect(results.map((result) => result.ok && result.added).sort()).toEqual([0, 0, 2]);
  expect(Object.keys(await rolesIn(services, group.id))).toHaveLength(3);
});

test('the same table imported again another day finds everybody there', async () => {
  const { viewer, scope } = await makeOrganisedGroup(services);
  const table = 'nom;prénom;organisme\nEncore;Une;Ville de Retour\nEncore;Deux;\n';
  await importMembers(services, { viewer, scope, draft: draftOf(table), role: 'member' });
  expect(await importMembers(services, { viewer, scope, draft: draftOf(table), role: 'member' })).toEqual({
    ok: true,
    added: 0,
    alreadyMembers: 2,
  });
});

test('two groups that import the same people at once do not wait for each other for ever', async () => {
  const tables = Array.from({ length: 60 }, (_, at) => `Course${at};A;Organisme ${at % 7};course${at}@brumes.example`);
  const groups = [await makeOrganisedGroup(services), await makeOrganisedGroup(services)];
  const results = await Promise.all(
    groups.map(({ viewer, scope }, at) => {
      const lines = at === 0 ? tables : [...tables].reverse();
      return importMembers(services, {
        viewer,
        scope,
        draft: draftOf(['nom;prénom;organisme;courriel', ...lines].join('\n')),
        role: 'member',
      });
    }),
  );
  expect(results).toEqual([
    { ok: true, added: 60, alreadyMembers: 0 },
    { ok: true, added: 60, alreadyMembers: 0 },
  ]);
});

test('2,000 rows are imported in less than five seconds', async () => {
  const { viewer, scope } = await makeOrganisedGroup(services);
  const lines = Array.from({ length: 2000 }, (_, at) => `Nombre${at};Prénom;Ville n° ${at % 300};Élue;nombre${at}@brumes.example`);
  const draft = draftOf(['nom;prénom;organisme;fonction;courriel', ...lines].join('\n'));
  const started = performance.now();
  expect(await importMembers(services, { viewer, scope, draft, role: 'member' })).toEqual({ ok: true, added: 2000, alreadyMembers: 0 });
  expect(performance.now() - started).toBeLessThan(5000);
});
