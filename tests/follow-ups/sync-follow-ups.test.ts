import { describe, expect, test } from 'vitest';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makeOrganisation, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { followUpScene } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

describe('publishing makes records of decisions and actions', () => {
  test('with their numbers, dates and owners: who was picked, an organisation by its name, else as written', async () => {
    const { publish, rows, karim, attendance, name, nanterre } = await followUpScene(services);
    await publish({
      decision: [{ id: 'd1', text: 'Une réunion\npar mois' }],
      action: [
        { id: 'a1', text: 'Écrire au réseau', who: name, picked: attendance.id, due: '2022-06-30' },
        { id: 'a2', text: 'Relire la feuille de route', who: nanterre.name.toUpperCase() },
        { id: 'a3', text: 'Réserver la salle', who: 'le secrétariat' },
        { id: 'a4', text: 'Envoyer les contacts', who: `${name}, ${nanterre.name}` },
      ],
    });
    expect(await rows()).toMatchObject([
      { number: 'A1', body: 'Écrire au réseau', ownerId: karim.id, ownerName: name, dueOn: '2022-06-30', state: 'open', internal: false },
      { number: 'A2', ownerId: null, ownerOrganisationId: nanterre.id },
      { number: 'A3', ownerId: null, ownerOrganisationId: null, ownerName: 'le secrétariat', dueOn: null },
      { number: 'A4', ownerId: karim.id },
      { number: 'D1', body: 'Une réunion par mois', kind: 'decision', ownerName: '' },
    ]);
  });

  test('a substitute stands for their organisation; of two namesakes the one who was picked is meant', async () => {
    const { publish, rows, meeting, karim, name } = await followUpScene(services);
    const { db } = database;
    const aude = await makeOrganisation(db, { name: `Département de l’Aude ${meeting.slug}` });
    const absent = await makePerson(db);
    await makeAttendance(db, {
      ...{ meetingId: meeting.id, personId: absent.id, organisationName: aude.name },
      ...{ answer: 'represented', substituteName: 'Lise Fabre' },
    });
    const other = await makePerson(db, { givenName: karim.givenName, familyName: karim.familyName });
    const second = await makeAttendance(db, { meetingId: meeting.id, personId: other.id });
    await publish({
      action: [
        { id: 'a1', text: 'Écrire', who: 'Lise Fabre' },
        { id: 'a2', text: 'Appeler', who: name, picked: second.id },
        { id: 'a3', text: 'Relire', who: name },
      ],
    });
    expect(await rows()).toMatchObject([
      { ownerId: null, ownerOrganisationId: aude.id, ownerName: 'Lise Fabre' },
      { ownerId: other.id },
      { ownerId: null, ownerName: name },
    ]);
  });

  test('twice changes nothing; a new version brings its words and keeps what became of it', async () => {
    const { publish, rows, idOf } = await followUpScene(services);
    const said = { decision: [{ id: 'd1', text: 'Garder' }], action: [{ id: 'a1', text: 'Écrire', who: 'Lise', due: '2022-06-30' }] };
    await publish(said);
    const before = await rows();
    await publish(said);
    expect(await rows()).toEqual(before);
    const done = { state: 'done', stateAt: '2022-06-01T08:00:00Z', outcome: 'Envoyé' } as const;
    await database.db
      .updateTable('followUps')
      .set(done)
      .where('id', '=', await idOf('a1'))
      .execute();
    await publish({
      action: [
        { id: 'a0', text: 'Avant' },
        { id: 'a1', text: 'Écrire aux deux', who: 'Lise', due: '2022-07-10' },
      ],
    });
    expect(await rows()).toMatchObject([
      { blockId: 'a0', number: 'A1', state: 'open' },
      { blockId: 'a1', number: 'A2', body: 'Écrire aux deux', dueOn: '2022-07-10', state: 'done', outcome: 'Envoyé' },
      { blockId: 'd1', state: 'withdrawn', stateBefore: 'open' },
    ]);
    await publish({ decision: said.decision });
    expect(await rows()).toMatchObject([{ state: 'withdrawn' }, { state: 'withdrawn', stateBefore: 'done' }, { state: 'open' }]);
    await publish(said);
    expect(await rows()).toMatchObject([{ state: 'withdrawn' }, { state: 'done', outcome: 'Envoyé' }, { state: 'open' }]);
  });

  test('an owner and a date that organisers gave since stay, until the minutes name another', async () => {
    const { publish, rows, karim, idOf } = await followUpScene(services);
    const a1 = { id: 'a1', text: 'Écrire', who: 'Lise', due: '2022-06-30' };
    await publish({ action: [a1] });
    const given = {
      ownerId: karim.id,
      ownerName: 'Karim',
      ownerPublic: 'Nanterre',
      dueOn: '2022-07-15',
      notifiedAt: '2022-06-01T08:00:00Z',
    };
    await database.db
      .updateTable('followUps')
      .set(given)
      .where('id', '=', await idOf('a1'))
      .execute();
    await publish({ action: [{ ...a1, text: 'Écrire vite' }] });
    expect(await rows()).toMatchObject([{ body: 'Écrire vite', ...given }]);
    await publish({ action: [{ ...a1, who: 'Rosa', due: '2022-07-01' }] });
    expect(await rows()).toMatchObject([{ ownerId: null, ownerName: 'Rosa', ownerPublic: 'Rosa', dueOn: '2022-07-01', notifiedAt: null }]);
  });

  test('what only the internal edition has is internal, and names are public as the public edition attributes them', async () => {
    const { publish, rows, name } = await followUpScene(services);
    const internal = {
      action: [
        { id: 'a1', text: 'Écrire', who: name },
        { id: 'a2', text: 'Négocier', who: name },
      ],
    };
    await publish(internal, { action: [{ id: 'a1', text: 'Écrire', who: 'Ville de Nanterre' }] });
    expect(await rows()).toMatchObject([
      { internal: false, ownerName: name, ownerPublic: 'Ville de Nanterre' },
      { internal: true, ownerName: name, ownerPublic: '' },
    ]);
    await publish(internal, { action: [{ id: 'a1', text: 'Écrire', who: '' }] });
    expect((await rows())[0]).toMatchObject({ ownerPublic: '' });
  });

  test('actions of minutes published long after their meeting start as closed: nobody is surprised by them', async () => {
    const { publish, rows } = await followUpScene(services);
    const now = services.clock.now().toString();
    services.clock.set('2023-06-01T08:00:00Z');
    await publish({ decision: [{ id: 'd1', text: 'Garder' }], action: [{ id: 'a1', text: 'Écrire', due: '2022-06-30' }] });
    services.clock.set(now);
    expect(await rows()).toMatchObject([
      { kind: 'action', state: 'dropped' },
      { kind: 'decision', state: 'open' },
    ]);
  });
});
