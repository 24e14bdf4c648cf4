import { describe, expect, test } from 'vitest';
import { actOnRegistration } from '#app/registrations/act-on-registration.server.ts';
import { listDelegationPeople } from '#db/registrations/read-delegations.ts';
import { findRegistration } from '#db/registrations/read-own.ts';
import { editionOfLink, openRegistrationLink } from '#server/registrations/access.ts';
import { cancelRegistration, withdrawFromDelegation } from '#server/registrations/cancel-registration.ts';
import { correctRegistration } from '#server/registrations/change-registration.ts';
import { changeQuestions, forgetAnswers } from '#server/registrations/change-settings.ts';
import { personOfRegistration } from '#server/registrations/person-of-registration.ts';
import { registerDelegation } from '#server/registrations/register-delegation.ts';
import { registerWalkIn } from '#server/registrations/register-walk-in.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { openEdition, tokenOf } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

const linkIn = async (address: string) => openRegistrationLink(services, tokenOf((await services.mailbox.next(address)).text ?? ''));
async function personLinkIn(address: string) {
  const link = await linkIn(address);
  if (link?.kind !== 'person') throw new Error('No link of a person.');
  return link.scope;
}

test('a revision that is no number of ours is a conflict, never a fault', async () => {
  const scene = await openEdition(database, services);
  await scene.come('maud@bordeaux.example');
  const scope = await personLinkIn('maud@bordeaux.example');
  const edition = await editionOfLink(services, scope);
  for (const revision of ['99999999999', '2147483647', '-1', '1e9', '']) {
    const form = new FormData();
    for (const [name, value] of Object.entries({ intent: 'correct', familyName: 'Belhadj', revision })) form.set(name, value);
    const acted = await actOnRegistration(services, { scope, edition, form, by: { as: 'self' } });
    expect(acted).toMatchObject({ refused: { status: 409 } });
  }
});

describe('registering', () => {
  test('the same address twice is one registration: the page answers alike, and only the mail says so', async () => {
    const scene = await openEdition(database, services);
    const first = await scene.come('maud@bordeaux.example');
    const mail = await services.mailbox.next('maud@bordeaux.example');
    expect(mail.subject).toBe('Vous êtes inscrit\u00a0: Rencontres 2022');
    const again = await scene.come('maud@bordeaux.example', { givenName: 'Autre', familyName: 'Personne', category: 'press' });
    expect(again).toEqual(first);
    const second = await services.mailbox.next('maud@bordeaux.example');
    expect(second.subject).toBe('Votre inscription existe déjà\u00a0: Rencontres 2022');
    expect(second.text).not.toContain('Autre');
    expect(await scene.rows()).toMatchObject([{ givenName: 'Karim', category: 'member' }]);
  });

  test('ten simultaneous requests of one person make one registration', async () => {
    const scene = await openEdition(database, services);
    await Promise.all(Array.from({ length: 10 }, () => scene.come('dix@bordeaux.example')));
    expect(await scene.rows()).toHaveLength(1);
  });

  test('one form sent twice is one registration and one mail', async () => {
    const scene = await openEdition(database, services);
    const id = crypto.randomUUID();
    await scene.come('double@bordeaux.example', { id });
    await scene.come('double@bordeaux.example', { id });
    await services.mailbox.next('double@bordeaux.example');
    expect(await services.mailbox.unread()).not.toContain('double@bordeaux.example');
  });

  test('who types somebody else’s address changes nothing of the directory and writes no word of theirs to them', async () => {
    const scene = await openEdition(database, services);
    const known = await makePerson(database.db, { givenName: 'Théo', familyName: 'Marchand', email: 'theo@chartres.example' });
    await scene.come('theo@chartres.example', { givenName: 'Gagnez', familyName: 'mal.example', organisationName: 'Arnaque' });
    const after = await database.db.selectFrom('people').selectAll().where('id', '=', known.id).executeTakeFirstOrThrow();
    expect(after).toMatchObject({ givenName: 'Théo', familyName: 'Marchand', organisationId: null, revision: 1 });
    const mail = await services.mailbox.next('theo@chartres.example');
    expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toMatch(/Gagnez|mal\.example|Arnaque/);
    expect(await scene.rows()).toMatchObject([{ personId: known.id }]);
    const people = await database.db.selectFrom('people').select('id').where('familyName', '=', 'mal.example').execute();
    expect(people).toEqual([]);
  });

  test('before the opening, after the last day and for a closed category nobody registers', async () => {
    const scene = await openEdition(database, services, { opensOn: '2022-06-02', closesOn: '2022-06-03' });
    expect(await scene.come('a@lyon.example')).toEqual({ ok: false, reason: 'closed', openness: 'early' });
    services.clock.set('2022-06-03T21:59:00Z');
    expect(await scene.come('a@lyon.example')).toMatchObject({ ok: true });
    // midnight in Paris
    services.clock.set('2022-06-03T22:00:00Z');
    expect(await scene.come('b@lyon.example')).toEqual({ ok: false, reason: 'closed', openness: 'over' });
    services.clock.set('2022-06-02T10:00:00Z');
    expect(await scene.come('c@lyon.example', { category: 'speaker' })).toEqual({ ok: false, reason: 'category' });
  });

  test('a session of another edition, unknown, a draft or cancelled is refused', async () => {
    const [scene, other] = [await openEdition(database, services), await openEdition(database, services)];
    const refused = { ok: false, reason: 'session' };
    expect(await scene.come('a@lyon.example', { meetingIds: [other.eau.id] })).toEqual(refused);
    expect(await scene.come('a@lyon.example', { meetingIds: [crypto.randomUUID()] })).toEqual(refused);
    await database.db.updateTable('meetings').set({ status: 'draft' }).where('id', '=', scene.eau.id).execute();
    expect(await scene.come('a@lyon.example', { meetingIds: [scene.eau.id] })).toEqual(refused);
    await database.db.updateTable('meetings').set({ visibility: 'members' }).where('id', '=', scene.climat.id).execute();
    expect(await scene.come('a@lyon.example', { meetingIds: [scene.climat.id] })).toEqual(refused);
    expect(await scene.rows()).toEqual([]);
  });

  test('questions: required, limits, offered choices; answers to a removed one are kept, until all are erased after the edition', async () => {
    const scene = await openEdition(database, services);
    const asked = { viewer: scene.organiser, scope: scene.organised };
    const [meal, access] = [crypto.randomUUID(), crypto.randomUUID()];
    const question = { hint: '', required: true };
    for (const change of [
      {
        what: 'add' as const,
        question: { ...question, id: meal, kind: 'one_of' as const, label: '<b>Repas</b> ?', options: ['Végétarien', 'Autre'] },
      },
      {
        what: 'add' as const,
        question: { ...question, id: access, kind: 'short_text' as const, label: 'Accès', options: [], required: false },
      },
    ])
      expect(await changeQuestions(services, { ...asked, change })).toEqual({ ok: true });
    const answer = (questionId: string, words: string, ...chosen: string[]) => ({ questionId, words, chosen });
    const fault = async (...answers: ReturnType<typeof answer>[]) => {
      const come = await scene.come('q@lyon.example', { answers });
      return !come.ok && come.reason === 'answers' ? [...come.faults.values()] : come;
    };
    expect(await fault()).toEqual(['required']);
    expect(await fault(answer(meal, '', 'Homard'))).toEqual(['not_offered']);
    expect(await fault(answer(meal, '', 'Autre', 'Végétarien'))).toEqual(['not_offered']);
    expect(await fault(answer(meal, '', 'Autre'), answer(access, 'x'.repeat(10_000)))).toEqual(['too_long']);
    const said = [answer(meal, '', 'Autre'), answer(access, '<script>alert(1)</script>'), answer(crypto.randomUUID(), 'vieux')];
    expect(await scene.come('q@lyon.example', { answers: said })).toMatchObject({ ok: true });
    await changeQuestions(services, { ...asked, change: { what: 'remove', id: access } });
    const own = await personLinkIn('q@lyon.example');
    const { revision } = await findRegistration(database.db, own);
    const details = { givenName: 'K', familyName: 'B', function: '', organisationName: '', organisationKind: 'other' as const };
    expect(await correctRegistration(services, own, { revision, details, answers: [answer(meal, '', 'Végétarien')] })).toEqual({
      ok: true,
    });
    expect(await correctRegistration(services, own, { revision, details, answers: [] })).toMatchObject({ ok: false });
    const kept = () =>
      database.db
        .selectFrom('registrationAnswers')
        .select(['words', 'chosen'])
        .where('registrationId', '=', own.registrationId)
        .orderBy('words')
        .execute();
    expect(await kept()).toEqual([
      { words: '', chosen: ['Végétarien'] },
      { words: '<script>alert(1)</script>', chosen: [] },
    ]);
    expect(await forgetAnswers(services, asked)).toEqual({ ok: false, reason: 'early' });
    services.clock.set('2022-06-22T08:00:00Z');
    expect(await forgetAnswers(services, asked)).toEqual({ ok: true, erased: 2 });
    expect(await kept()).toEqual([]);
  });

  test('a flood from one place is refused, forty colleagues of one office are not; and no mailbox is filled', async () => {
    const scene = await openEdition(database, services);
    for (let index = 0; index < 40; index++)
      expect(await scene.come(`o${index}@bureau.example`, {}, '198.51.100.7')).toMatchObject({ ok: true });
    for (let index = 0; index < 110; index++) await scene.come('cible@bureau.example', {}, '198.51.100.7');
    expect(await scene.come('o41@bureau.example', {}, '198.51.100.7')).toEqual({ ok: false, reason: 'too_often' });
    const mails = (await services.mailbox.unread()).filter((to) => to === 'cible@bureau.example');
    expect(mails).toHaveLength(3);
  });

  test('a link that is cut, of a cancelled registration or of nobody opens nothing it should not', async () => {
    const scene = await openEdition(database, services);
    await scene.come('lien@lyon.example');
    const scope = await personLinkIn('lien@lyon.example');
    await cancelRegistration(services, scope, { as: 'self' });
    const details = { givenName: '', familyName: 'X', function: '', organisationName: '', organisationKind: 'other' as const };
    expect(await correctRegistration(services, scope, { revision: 2, details, answers: [] })).toEqual({ ok: false, reason: 'withdrawn' });
    expect(await openRegistrationLink(services, 'x'.repeat(43))).toBeNull();
    expect(await openRegistrationLink(services, 'court')).toBeNull();
  });
});

describe('a delegation', () => {
  test('takes the free places in its order; the rest waits, the contact is written to for who has no address', async () => {
    const scene = await openEdition(database, services, { capacity: 2 });
    const contact = { givenName: 'Anne', familyName: 'Raimbault', email: 'anne@nantes.example' };
    const people = [scene.person('Premier', 'premier@nantes.example'), scene.person('Deuxième', null), scene.person('Troisième', null)];
    const wish = { id: crypto.randomUUID(), organisationName: 'Nantes Métropole', contact, language: 'fr' as const, people };
    const registered = await registerDelegation(services, scene.scope, wish, '192.0.2.9');
    expect(registered).toEqual({ ok: true, told: ['registered', 'registered', 'waiting'] });
    expect(await registerDelegation(services, scene.scope, wish, '192.0.2.9')).toMatchObject({ ok: true });
    expect(await scene.rows()).toMatchObject([
      { familyName: 'Premier', organisationKind: 'intercommunality', state: 'registered' },
      { state: 'registered' },
      { state: 'waiting' },
    ]);
    const link = await linkIn('anne@nantes.example');
    if (link?.kind !== 'delegation') throw new Error('No link of a delegation.');
    await services.mailbox.next('premier@nantes.example');
    await withdrawFromDelegation(services, link.scope, 1);
    const news = await services.mailbox.next('anne@nantes.example');
    expect(news.text).toContain('Maud Troisième');
    expect((await scene.rows()).map(({ state }) => state)).toEqual(['registered', 'cancelled', 'registered']);
  });

  test('does not tell its contact who was registered before, and cannot withdraw them', async () => {
    const scene = await openEdition(database, services);
    await scene.come('deja@nantes.example');
    const contact = { givenName: '', familyName: 'Curieux', email: 'curieux@ailleurs.example' };
    const people = [scene.person('Déjà', 'deja@nantes.example'), scene.person('Nouveau', 'nouveau@nantes.example')];
    const wish = { id: crypto.randomUUID(), organisationName: 'Ville', contact, language: 'fr' as const, people };
    expect(await registerDelegation(services, scene.scope, wish, '192.0.2.9')).toEqual({ ok: true, told: ['registered', 'registered'] });
    const link = await linkIn('curieux@ailleurs.example');
    if (link?.kind !== 'delegation') throw new Error('No link of a delegation.');
    const lines = await listDelegationPeople(database.db, link.scope);
    const [before, fresh] = lines.map(({ position: _, familyName: __, ...line }) => line);
    expect(before).toEqual(fresh);
    await withdrawFromDelegation(services, link.scope, 0);
    await withdrawFromDelegation(services, link.scope, 1);
    expect((await scene.rows()).map(({ email, state }) => [email, state])).toEqual([
      ['deja@nantes.example', 'registered'],
      ['nouveau@nantes.example', 'cancelled'],
    ]);
  });

  test('registers nobody while one of its people cannot be', async () => {
    const scene = await openEdition(database, services);
    const people = [scene.person('Un', null), scene.person('Deux', null, { category: 'speaker' })];
    const contact = { givenName: '', familyName: 'Contact', email: 'contact@ailleurs.example' };
    const wish = { id: crypto.randomUUID(), organisationName: 'Ville', contact, language: 'fr' as const, people };
    const refused = await registerDelegation(services, scene.scope, wish, '192.0.2.9');
    expect(refused).toEqual({ ok: false, reason: 'person', line: 1, fault: { reason: 'category' } });
    expect(await scene.rows()).toEqual([]);
  });
});

describe('at the door', () => {
  test('a walk-in has a place however many there are, once; who registered under that name is that registration', async () => {
    const scene = await openEdition(database, services, { capacity: 1 });
    await scene.come('karim@nanterre.example');
    const editionId = scene.edition.id;
    const at = (id: string, given: object = {}) =>
      database.db.transaction().execute((trx) =>
        registerWalkIn(trx, services, {
          editionId,
          id,
          givenName: 'Ana',
          familyName: 'Lopez',
          organisationName: 'Ville de Quito',
          ...given,
        }),
      );
    const id = crypto.randomUUID();
    const first = await at(id);
    expect(first).toMatchObject({ registrationId: id, known: false, badgeCode: expect.stringMatching(/^[0-9A-Z]{26}$/) });
    expect(await at(id)).toEqual({ ...first, known: true });
    const karim = { givenName: 'karim', familyName: 'BELHADJ', organisationName: 'ville de Nanterre' };
    expect(await at(crypto.randomUUID(), karim)).toMatchObject({ known: true });
    expect((await scene.rows()).map(({ state }) => state)).toEqual(['registered', 'registered']);
    const person = await database.db.transaction().execute((trx) => personOfRegistration(trx, id));
    const again = await database.db.transaction().execute((trx) => personOfRegistration(trx, id));
    expect(again).toBe(person);
    const row = await database.db.selectFrom('people').select(['familyName', 'email']).where('id', '=', person).executeTakeFirstOrThrow();
    expect(row).toEqual({ familyName: 'Lopez', email: null });
  });
});
