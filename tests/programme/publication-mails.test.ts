import { beforeEach, describe, expect, test } from 'vitest';
import { listProgrammeVersions } from '#db/programme/read-versions.ts';
import { enterEdition } from '#server/programme/access.ts';
import { previewPublication } from '#server/programme/preview-publication.ts';
import { rowOf } from '#tests/meetings/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { aProgramme } from './scene.ts';

const database = useDatabase();
const services = useServices(database);
let scene: Awaited<ReturnType<typeof aProgramme>>;
beforeEach(async () => {
  scene = await aProgramme(services);
});

const waiting = async () =>
  (
    await services.db.selectFrom('outboxMails').select('template').where('personId', '=', scene.people.paula.id).orderBy('id').execute()
  ).map(({ template }) => template);

describe('publishing tells those invited', () => {
  test('by one invitation when their session is announced, and one update however often it moves in five minutes', async () => {
    const session = await scene.session('Réunion Outre-mer');
    await makeAttendance(services.db, { meetingId: session, personId: scene.people.paula.id, roles: ['speaker'] });
    await scene.place(session, scene.slots.early, scene.rooms.small);
    expect(await previewPublication(services, scene.scope)).toMatchObject({ mails: 1, announced: 1, lastNumber: 0 });
    expect(await scene.publish()).toMatchObject({ ok: true, mails: 1 });
    expect(await waiting()).toEqual(['invitation']);
    const { text } = await services.mailbox.next(scene.people.paula.email);
    expect(text).toContain('Réunion Outre-mer');

    for (const slot of [scene.slots.late, scene.slots.early, scene.slots.late]) {
      await scene.place(session, slot, scene.rooms.hall);
      await scene.publish();
    }
    expect(await waiting()).toEqual(['invitation', 'meeting-update']);
    expect((await rowOf(services, session)).sequence).toBe(3);
    services.clock.advance({ minutes: 6 });
    expect((await services.mailbox.next(scene.people.paula.email)).text).toContain('Auditorium');
  });

  test('and the many only when the organiser saw how many they are', async () => {
    const session = await scene.session('Réunion Outre-mer');
    for (let count = 0; count < 12; count++)
      await makeAttendance(services.db, { meetingId: session, personId: (await makePerson(services.db)).id, roles: ['participant'] });
    await scene.place(session, scene.slots.early);
    expect(await scene.publish()).toEqual({ ok: false, reason: 'count_changed', count: 12 });
    expect(await scene.publish({ confirmed: 12 })).toMatchObject({ ok: true, mails: 12 });
  });
});

test('a change list spares strangers the sessions that they may not see', async () => {
  const hidden = await scene.session('Réunion interne', { visibility: 'members' });
  await scene.place(hidden, scene.slots.early);
  await scene.place(await scene.session('Réunion publique'), scene.slots.late);
  await scene.publish();
  const titles = async (viewer: typeof scene.viewers.paula | null) =>
    (await listProgrammeVersions(services.db, await enterEdition(services, viewer, scene.slug)))[0]?.changes.flatMap((change) =>
      'title' in change ? [change.title] : [],
    );
  expect(await titles(null)).toEqual(['Réunion publique']);
  expect(await titles(scene.viewers.paula)).toEqual(['Réunion interne', 'Réunion publique']);
});
