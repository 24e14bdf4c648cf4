import { beforeEach, describe, expect, test } from 'vitest';
import { addRoom, editRoom, moveRoom, removeRoom } from '#server/programme/change-rooms.ts';
import { addSlot, editSlot, removeSlot } from '#server/programme/change-slots.ts';
import { addTrack, editTrack, removeTrack } from '#server/programme/change-tracks.ts';
import { editEdition } from '#server/programme/edit-edition.ts';
import { placeSession } from '#server/programme/place-session.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { anEdition, aProgramme, aSlot } from './scene.ts';

const database = useDatabase();
const services = useServices(database);
let scene: Awaited<ReturnType<typeof aProgramme>>;
beforeEach(async () => {
  scene = await aProgramme(services);
});

const add = (slot: ReturnType<typeof aSlot>) => addSlot(services, { ...scene.by, slot });

describe('the hours of an edition', () => {
  test('refuse a slot that overlaps, is negative, is outside the days, or is a break that is not named', async () => {
    expect(await add(aSlot('15:30', '17:00'))).toMatchObject({ ok: false, fault: 'overlap', with: { id: scene.slots.early.id } });
    expect(await add(aSlot('13:00', '12:00'))).toMatchObject({ ok: false, fault: 'negative' });
    expect(await add(aSlot('13:00', '13:00'))).toMatchObject({ ok: false, fault: 'negative' });
    expect(await add(aSlot('10:00', '11:00', { day: '2022-09-20' }))).toMatchObject({ ok: false, fault: 'outside', endsOn: '2022-09-19' });
    expect(await add(aSlot('12:00', '13:00', { kind: 'break' }))).toMatchObject({ ok: false, fault: 'no_label' });
    expect(await add(aSlot('16:00', '16:30', { kind: 'break', label: 'Café' }))).toEqual({ ok: true });
    expect((await scene.draft()).slots.map(({ startsAt }) => startsAt)).toEqual(['14:30', '16:00', '16:30']);
  });

  test('refuse an hour that clocks skip, and say the next', async () => {
    const plan = anEdition({ startsOn: '2022-03-27', endsOn: '2022-09-19' });
    await editEdition(services, { ...scene.by, revision: 1, plan });
    expect(await add(aSlot('02:30', '04:00', { day: '2022-03-27' }))).toMatchObject({ ok: false, fault: 'missing_hour', instead: '03:00' });
  });

  test('added twice by two clicks are one; two at once that overlap are one', async () => {
    const slot = aSlot('09:00', '10:00');
    expect(await Promise.all([add(slot), add(slot)])).toEqual([{ ok: true }, { ok: true }]);
    const answers = await Promise.all([add(aSlot('10:00', '11:00')), add(aSlot('10:30', '11:30'))]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await scene.draft()).slots).toHaveLength(4);
  });

  test('with sessions in them go only knowingly, and the sessions wait for a place again', async () => {
    const session = await scene.session('Réunion Outre-mer');
    await scene.place(session, scene.slots.early, scene.rooms.small);
    const { id } = scene.slots.early;
    expect(await removeSlot(services, { ...scene.by, id, release: false })).toEqual({
      ...{ ok: false, reason: 'in_use', sessions: ['Réunion Outre-mer'] },
    });
    const pause = { ...scene.slots.early, kind: 'break' as const, label: 'Déjeuner' };
    expect(await editSlot(services, { ...scene.by, slot: pause, revision: 1, release: false })).toMatchObject({ reason: 'in_use' });
    expect(await removeSlot(services, { ...scene.by, id, release: true })).toEqual({ ok: true });
    expect((await scene.draft()).sessions).toMatchObject([{ slotId: null, roomId: null, revision: 2 }]);
  });

  test('saved over a colleague’s change are refused with theirs', async () => {
    const slot = { ...scene.slots.early, label: 'Ateliers' };
    expect(await editSlot(services, { ...scene.by, slot, revision: 1, release: false })).toEqual({ ok: true });
    const mine = { ...scene.slots.early, startsAt: '14:00' };
    expect(await editSlot(services, { ...scene.by, slot: mine, revision: 1, release: false })).toMatchObject({
      ...{ ok: false, reason: 'conflict', current: { label: 'Ateliers', startsAt: '14:30', revision: 2 } },
    });
  });

  test('keep the days of the edition from leaving them out', async () => {
    const plan = anEdition({ startsOn: '2022-09-19' });
    expect(await editEdition(services, { ...scene.by, revision: 1, plan })).toMatchObject({ ok: false, reason: 'slots_outside' });
    expect(await editEdition(services, { ...scene.by, revision: 1, plan: anEdition({ name: 'RAICT' }) })).toEqual({ ok: true });
    expect(await editEdition(services, { ...scene.by, revision: 1, plan: anEdition() })).toMatchObject({
      ...{ ok: false, reason: 'conflict', current: { name: 'RAICT' } },
    });
  });
});

describe('the rooms of an edition', () => {
  test('under sessions are not deleted, and say which, in the draft and as published', async () => {
    const session = await scene.session('Réunion Outre-mer');
    await scene.place(session, scene.slots.early, scene.rooms.small);
    const remove = () => removeRoom(services, { ...scene.by, id: scene.rooms.small.id });
    expect(await remove()).toEqual({ ok: false, reason: 'in_use', sessions: ['Réunion Outre-mer'] });
    await scene.publish();
    await scene.place(session, scene.slots.early, scene.rooms.hall);
    expect(await remove()).toEqual({ ok: false, reason: 'published_in', sessions: ['Réunion Outre-mer'] });
    await scene.publish();
    expect(await remove()).toEqual({ ok: true });
    expect((await scene.draft()).rooms.map(({ name }) => name)).toEqual(['Auditorium']);
  });

  test('have each a name of its own, whatever its case, and keep the order they are given', async () => {
    const room = { id: crypto.randomUUID(), name: 'auditorium', capacity: null };
    expect(await addRoom(services, { ...scene.by, room })).toEqual({ ok: false, reason: 'name_taken' });
    const renamed = { ...scene.rooms.small, name: 'AUDITORIUM' };
    expect(await editRoom(services, { ...scene.by, room: renamed, revision: 1 })).toEqual({ ok: false, reason: 'name_taken' });
    expect(await moveRoom(services, { ...scene.by, id: scene.rooms.small.id, to: 'up' })).toEqual({ ok: true });
    expect((await scene.draft()).rooms.map(({ name }) => name)).toEqual(['Salle B', 'Auditorium']);
  });
});

describe('a track', () => {
  test('with sessions is not deleted, and is renamed over nobody', async () => {
    const track = { id: crypto.randomUUID(), name: 'Climat' };
    expect(await addTrack(services, { ...scene.by, track })).toEqual({ ok: true });
    const session = await scene.session('Énergie');
    const to = { slotId: null, roomId: null, trackId: track.id };
    expect(await placeSession(services, { ...scene.by, meetingId: session, to, revision: 0 })).toEqual({ ok: true, revision: 1 });
    expect(await removeTrack(services, { ...scene.by, id: track.id })).toEqual({ ok: false, reason: 'in_use', sessions: ['Énergie'] });
    await editTrack(services, { ...scene.by, track: { ...track, name: 'Climat, énergie' }, revision: 1 });
    expect(await editTrack(services, { ...scene.by, track, revision: 1 })).toMatchObject({ ok: false, reason: 'conflict' });
  });
});
