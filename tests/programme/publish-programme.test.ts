import { beforeEach, describe, expect, test } from 'vitest';
import { readPublishedProgramme } from '#db/programme/read-published.ts';
import { listProgrammeVersions } from '#db/programme/read-versions.ts';
import { enterEdition } from '#server/programme/access.ts';
import { editSlot } from '#server/programme/change-slots.ts';
import { rowOf } from '#tests/meetings/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { aProgramme } from './scene.ts';

const database = useDatabase();
const services = useServices(database);
let scene: Awaited<ReturnType<typeof aProgramme>>;
beforeEach(async () => {
  scene = await aProgramme(services);
});

describe('publishing a programme', () => {
  test('announces the sessions that stand in it, with their hours and their rooms, and leaves the others drafts', async () => {
    const [placed, waiting] = [await scene.session('Réunion Outre-mer'), await scene.session('Réunion Afrique')];
    await scene.place(placed, scene.slots.early, scene.rooms.small);
    expect(await scene.publish({ note: 'Premier programme' })).toMatchObject({ ok: true, number: 1 });
    expect(await rowOf(services, placed)).toMatchObject({
      ...{ status: 'scheduled', edtf: '2022-09-18T14:30/2022-09-18T16:00', roomId: scene.rooms.small.id },
      ...{ placeName: 'Salle B', placeAddress: 'Palais des congrès, Paris', editionId: scene.editionId, kind: 'session' },
    });
    expect(await rowOf(services, waiting)).toMatchObject({ status: 'draft', edtf: '2022-09-18?/2022-09-19?' });
    const published = await readPublishedProgramme(services.db, await enterEdition(services, null, scene.slug));
    expect(published).toMatchObject({ number: 1, note: 'Premier programme', slots: [{ startsAt: '14:30' }, { startsAt: '16:30' }] });
    expect(published?.sessions).toEqual([{ id: placed, slotId: scene.slots.early.id, roomId: scene.rooms.small.id, trackId: null }]);
  });

  test('moves a published session, raises its sequence once, and says so in a line that can be read', async () => {
    const session = await scene.session('Réunion Outre-mer');
    await scene.place(session, scene.slots.early, scene.rooms.small);
    await scene.publish();
    await scene.place(session, scene.slots.late, scene.rooms.hall);
    expect((await rowOf(services, session)).edtf).toBe('2022-09-18T14:30/2022-09-18T16:00');
    await scene.publish();
    expect(await rowOf(services, session)).toMatchObject({
      edtf: '2022-09-18T16:30/2022-09-18T18:00',
      placeName: 'Auditorium',
      sequence: 1,
    });
    const [last] = await listProgrammeVersions(services.db, await enterEdition(services, null, scene.slug));
    const hours = { day: '2022-09-18', toConfirm: false };
    expect(last).toMatchObject({
      number: 2,
      changes: [
        {
          ...{ kind: 'session_moved', title: 'Réunion Outre-mer' },
          from: { ...hours, startsAt: '14:30', endsAt: '16:00', room: 'Salle B' },
          to: { ...hours, startsAt: '16:30', endsAt: '18:00', room: 'Auditorium' },
        },
      ],
    });
  });

  test('says of a session in an hour to be confirmed that its hour is', async () => {
    const session = await scene.session('Réunion Outre-mer');
    await scene.place(session, scene.slots.early);
    const slot = { ...scene.slots.early, toConfirm: true };
    expect(await editSlot(services, { ...scene.by, slot, revision: 1, release: false })).toEqual({ ok: true });
    await scene.publish();
    expect((await rowOf(services, session)).edtf).toBe('2022-09-18T14:30?/2022-09-18T16:00?');
  });

  test('of two organisers at once happens once, and the other is told', async () => {
    const session = await scene.session('Réunion Outre-mer');
    await scene.place(session, scene.slots.early);
    const { programmeRevision } = await scene.draft();
    const answers = await Promise.all([scene.publish({ programmeRevision }), scene.publish({ programmeRevision })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'changed_since' });
    expect(await listProgrammeVersions(services.db, scene.scope)).toHaveLength(1);
  });

  test('refuses what nobody read: a draft that changed since, a clash, a draft that changes nothing', async () => {
    const [one, other] = [await scene.session('Réunion Outre-mer'), await scene.session('Réunion Afrique')];
    const { programmeRevision } = await scene.draft();
    await scene.place(one, scene.slots.early, scene.rooms.small);
    await scene.place(other, scene.slots.early, scene.rooms.small);
    expect(await scene.publish({ programmeRevision })).toEqual({ ok: false, reason: 'changed_since' });
    expect(await scene.publish()).toMatchObject({ ok: false, reason: 'clashes', clashes: [{ kind: 'room' }] });
    expect(await scene.publish({ clashesKnown: true })).toMatchObject({ ok: true });
    expect(await scene.publish({ clashesKnown: true })).toEqual({ ok: false, reason: 'nothing' });
  });
});
