import { beforeEach, describe, expect, test } from 'vitest';
import { readDraft } from '#db/programme/read-draft.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { editRoom } from '#server/programme/change-rooms.ts';
import { addSlot, removeSlot } from '#server/programme/change-slots.ts';
import { addTrack } from '#server/programme/change-tracks.ts';
import { duplicateEdition, type TakenOver } from '#server/programme/duplicate-edition.ts';
import { resetDraft } from '#server/programme/reset-draft.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { anEdition, aProgramme, aSlot } from './scene.ts';

const database = useDatabase();
const services = useServices(database);
let scene: Awaited<ReturnType<typeof aProgramme>>;
beforeEach(async () => {
  scene = await aProgramme(services);
});

const next = anEdition({ name: 'RAICT 2023', startsOn: '2023-09-18', endsOn: '2023-09-18' });

async function duplicate(take: TakenOver[], id = crypto.randomUUID()) {
  const { slug } = await duplicateEdition(services, { ...scene.by, id, plan: next, take: new Set(take) });
  return { slug, draft: await readDraft(services.db, await organiseEdition(services, scene.viewers.ines, slug)) };
}

describe('last year’s edition as a start', () => {
  test('gives its rooms, tracks, sessions as drafts, and hours on the same day; those of a day too many are left out', async () => {
    await addTrack(services, { ...scene.by, track: { id: crypto.randomUUID(), name: 'Climat' } });
    const second = aSlot('09:00', '10:00', { day: '2022-09-19' });
    await addSlot(services, { ...scene.by, slot: second });
    const [one, other] = [await scene.session('Outre-mer', { themes: ['Eau'], languages: ['fr'] }), await scene.session('Afrique')];
    await scene.place(one, scene.slots.early, scene.rooms.small);
    await scene.place(other, second, scene.rooms.hall);
    await scene.publish();
    await makeAttendance(services.db, { meetingId: one, personId: scene.people.paula.id, roles: ['speaker', 'participant'] });
    await services.db.insertInto('agendaItems').values({ meetingId: one, position: 1, title: 'Débat', durationMinutes: 30 }).execute();

    const { draft } = await duplicate(['rooms', 'slots', 'tracks', 'sessions', 'headings']);
    expect(draft.slots).toMatchObject([
      { day: '2023-09-18', startsAt: '14:30' },
      { day: '2023-09-18', startsAt: '16:30' },
    ]);
    expect(draft.rooms.map(({ name, capacity }) => [name, capacity])).toEqual([
      ['Auditorium', 300],
      ['Salle B', 20],
    ]);
    expect(draft.tracks.map(({ name }) => name)).toEqual(['Climat']);
    expect(draft.sessions).toMatchObject([
      { title: 'Afrique', status: 'draft', slotId: null, roomId: null },
      {
        title: 'Outre-mer',
        status: 'draft',
        slotId: draft.slots[0]?.id,
        roomId: draft.rooms[1]?.id,
        agendaMinutes: 30,
        people: [],
        languages: ['fr'],
      },
    ]);
    expect(draft.sessions.map(({ id }) => id)).not.toContain(one);
  });

  test('takes people over only when asked, with their part and without their answer', async () => {
    const one = await scene.session('Outre-mer');
    const attendance = { answer: 'in_person' as const, invitedAt: '2022-06-01T08:00:00Z' };
    await makeAttendance(services.db, { meetingId: one, personId: scene.people.paula.id, roles: ['chair', 'participant'], ...attendance });
    await makeAttendance(services.db, { meetingId: one, personId: scene.people.sylvain.id });
    const { draft } = await duplicate(['sessions', 'speakers']);
    const rows = await services.db
      .selectFrom('attendances')
      .select(['personId', 'roles', 'answer', 'invitedAt'])
      .where('meetingId', '=', draft.sessions[0]?.id ?? '')
      .execute();
    expect(rows).toEqual([{ personId: scene.people.paula.id, roles: ['chair'], answer: 'none', invitedAt: null }]);
    expect(draft.rooms).toEqual([]);
  });

  test('is one edition when the form is sent twice', async () => {
    await scene.session('Outre-mer');
    const id = crypto.randomUUID();
    const [one, other] = await Promise.all([duplicate(['sessions'], id), duplicate(['sessions'], id)]);
    expect(one.slug).toBe(other.slug);
    expect(one.draft.sessions).toHaveLength(1);
  });
});

describe('a draft', () => {
  test('goes back to the last published version: hours, rooms and places; sessions created since wait', async () => {
    const one = await scene.session('Outre-mer');
    await scene.place(one, scene.slots.early, scene.rooms.small);
    await scene.publish();
    const before = await scene.draft();
    const since = await scene.session('Afrique');
    await scene.place(since, scene.slots.late, scene.rooms.hall);
    await removeSlot(services, { ...scene.by, id: scene.slots.early.id, release: true });
    await addSlot(services, { ...scene.by, slot: aSlot('09:00', '10:00') });
    await editRoom(services, { ...scene.by, room: { ...scene.rooms.hall, name: 'Salle Z' }, revision: 1 });
    const stale = (await scene.draft()).programmeRevision - 1;
    expect(await resetDraft(services, { ...scene.by, programmeRevision: stale })).toEqual({ ok: false, reason: 'changed_since' });
    expect(await resetDraft(services, { ...scene.by, programmeRevision: stale + 1 })).toEqual({ ok: true, number: 1 });
    const after = await scene.draft();
    expect(after.slots.map(({ startsAt }) => startsAt)).toEqual(before.slots.map(({ startsAt }) => startsAt));
    expect(after.rooms.map(({ name }) => name)).toEqual(['Auditorium', 'Salle B']);
    expect(after.sessions).toMatchObject([
      { title: 'Afrique', slotId: null },
      { title: 'Outre-mer', slotId: scene.slots.early.id, roomId: scene.rooms.small.id },
    ]);
    expect(await scene.publish()).toEqual({ ok: false, reason: 'nothing' });
  });

  test('that was never published has nothing to go back to', async () => {
    const { programmeRevision } = await scene.draft();
    expect(await resetDraft(services, { ...scene.by, programmeRevision })).toEqual({ ok: false, reason: 'never' });
  });
});
