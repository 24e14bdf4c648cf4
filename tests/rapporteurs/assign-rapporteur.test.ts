import { describe, expect, test } from 'vitest';
import { cancelMeeting } from '#server/meetings/cancel-meeting.ts';
import { assignRapporteur } from '#server/rapporteurs/assign-rapporteur.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { editionScene } from './scene.ts';

const database = useDatabase();
const services = useServices(database);
const rolesOf = async (meetingId: string) =>
  (await services.db.selectFrom('attendances').select('roles').where('meetingId', '=', meetingId).orderBy('familyName').execute()).map(
    ({ roles }) => roles,
  );

describe('a session is given its rapporteur', () => {
  test('who is told by mail what is expected and by when, once', async () => {
    const scene = await editionScene(services);
    await services.db.insertInto('reportPlans').values({ editionId: scene.editionId, dueDays: 3 }).execute();
    await services.db
      .insertInto('agendaItems')
      .values({ meetingId: scene.energy.id, position: 1, title: 'Interventions', durationMinutes: 0 })
      .execute();
    expect(await scene.assign(scene.energy, scene.maud)).toEqual({ ok: true, written: true });
    const mail = await services.mailbox.next(scene.maud.email);
    expect(mail.subject).toBe('Compte-rendu à rédiger\u00a0: Énergie');
    expect(mail.text).toMatch(/jeudi 21\sseptembre\s2023/);
    expect(mail.text).toContain('Interventions');
    expect(mail.text).toContain(`/meetings/${scene.energy.slug}/report`);
    expect(await scene.assign(scene.energy, scene.maud)).toEqual({ ok: true, written: false });
    expect(await rolesOf(scene.energy.id)).toEqual([['rapporteur']]);
    expect(services.accessChanges).toContainEqual({ personId: scene.maud.id });
  });

  test('from the directory or new, several for one session', async () => {
    const scene = await editionScene(services);
    await makeAttendance(services.db, {
      meetingId: scene.energy.id,
      personId: scene.stranger.id,
      roles: ['participant'],
      notesAccess: 'read',
    });
    await scene.assign(scene.energy, scene.stranger);
    const person = {
      id: crypto.randomUUID(),
      givenName: 'Zoé',
      familyName: 'Zabala',
      function: 'Chargée de mission',
      organisation: 'Ville de Lyon',
      email: null,
    };
    const request = { ...(await scene.organised(scene.energy)), whom: { kind: 'new', person }, knowingly: false } as const;
    expect(await assignRapporteur(services, request)).toEqual({ ok: true, written: false });
    expect(await assignRapporteur(services, request)).toEqual({ ok: true, written: false });
    const rows = await services.db
      .selectFrom('attendances')
      .select(['roles', 'notesAccess', 'organisationName'])
      .where('meetingId', '=', scene.energy.id)
      .orderBy('createdAt')
      .execute();
    expect(rows.map(({ roles, notesAccess }) => [roles, notesAccess])).toContainEqual([['participant', 'rapporteur'], 'write']);
    expect(rows.map(({ organisationName }) => organisationName)).toContain('Ville de Lyon');
  });

  test('not whoever has a part at the same hour, unless the organiser means it', async () => {
    const scene = await editionScene(services);
    await makeAttendance(services.db, { meetingId: scene.sport.id, personId: scene.maud.id, roles: ['speaker'] });
    expect(await scene.assign(scene.energy, scene.maud)).toEqual({
      ok: false,
      reason: 'elsewhere',
      clashes: [{ slug: scene.sport.slug, title: 'Sport', roles: ['speaker'] }],
    });
    expect(await rolesOf(scene.energy.id)).toEqual([]);
    expect(await scene.assign(scene.closing, scene.maud)).toMatchObject({ ok: true });
    expect(await scene.assign(scene.energy, scene.maud, true)).toMatchObject({ ok: true });
  });

  test('two organisers at once give nobody two sessions of the same hour', async () => {
    const scene = await editionScene(services);
    const both = await Promise.all([scene.assign(scene.energy, scene.maud), scene.assign(scene.sport, scene.maud)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  test('sessions that the draft of the programme places in one slot are at the same hour, too', async () => {
    const scene = await editionScene(services);
    const { db } = services;
    const slot = await db
      .insertInto('slots')
      .values({ editionId: scene.editionId, kind: 'sessions', day: '2023-09-19', startsAt: '09:00', endsAt: '10:00' })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const { id } of [scene.energy, scene.closing])
      await db.insertInto('placements').values({ meetingId: id, editionId: scene.editionId, slotId: slot.id }).execute();
    await scene.assign(scene.energy, scene.maud);
    expect(await scene.assign(scene.closing, scene.maud)).toMatchObject({ ok: false, reason: 'elsewhere' });
  });

  test('no session that is cancelled', async () => {
    const scene = await editionScene(services);
    const { session } = await scene.organised(scene.energy);
    await cancelMeeting(services, { viewer: scene.viewer, scope: session, reason: '' });
    expect(await scene.assign(scene.energy, scene.maud)).toEqual({ ok: false, reason: 'cancelled' });
  });
});
