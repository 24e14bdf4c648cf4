import { beforeEach, describe, expect, test } from 'vitest';
import { clashesOf } from '#app/model/programme-clashes.ts';
import { whenOf } from '#app/model/when.ts';
import { readDraft } from '#db/programme/read-draft.ts';
import { organiseMeeting } from '#server/meetings/access.ts';
import { cancelMeeting } from '#server/meetings/cancel-meeting.ts';
import { editMeeting } from '#server/meetings/edit-meeting.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { adoptSessions } from '#server/programme/adopt-sessions.ts';
import { addSlot } from '#server/programme/change-slots.ts';
import { createEdition } from '#server/programme/create-edition.ts';
import { createSession } from '#server/programme/create-session.ts';
import { editSession } from '#server/programme/edit-session.ts';
import { placeSession } from '#server/programme/place-session.ts';
import { readSeats } from '#server/programme/read-seats.ts';
import { aPlan, rowOf } from '#tests/meetings/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makeMeeting } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { anEdition, aProgramme, aSession, aSlot } from './scene.ts';

const database = useDatabase();
const services = useServices(database);
let scene: Awaited<ReturnType<typeof aProgramme>>;
beforeEach(async () => {
  scene = await aProgramme(services);
});

const clashes = async () => {
  const draft = await scene.draft();
  return clashesOf({ ...draft, sessions: await readSeats(services.db, scene.scope, draft) });
};

describe('placing a session', () => {
  test('over a colleague’s place is a conflict that says where it is, and replaces nothing', async () => {
    const session = await scene.session('Réunion Outre-mer');
    const at = (slot: { id: string }) => ({ slotId: slot.id, roomId: null, trackId: null });
    const place = (slot: { id: string }, revision: number) =>
      placeSession(services, { ...scene.by, meetingId: session, to: at(slot), revision });
    const answers = await Promise.all([place(scene.slots.early, 0), place(scene.slots.late, 0)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const [stored] = (await scene.draft()).sessions;
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      ok: false,
      reason: 'conflict',
      current: { slotId: stored?.slotId, revision: 1 },
    });
    // the same form twice is no conflict
    const there = stored?.slotId === scene.slots.early.id ? scene.slots.early : scene.slots.late;
    expect(await place(there, 0)).toEqual({ ok: true, revision: 1 });
  });

  test('is refused in a break, in an hour or a room of another edition, for a session of another edition, when cancelled', async () => {
    const other = await aProgramme(services);
    const [session, elsewhere] = [await scene.session('Réunion Outre-mer'), await other.session('Ailleurs')];
    const pause = aSlot('12:00', '13:00', { kind: 'break', label: 'Déjeuner' });
    await addSlot(services, { ...scene.by, slot: pause });
    const place = (meetingId: string, slotId: string, roomId: string | null = null) =>
      placeSession(services, { ...scene.by, meetingId, to: { slotId, roomId, trackId: null }, revision: 0 });
    expect(await place(session, pause.id)).toEqual({ ok: false, reason: 'break' });
    expect(await place(session, other.slots.early.id)).toEqual({ ok: false, reason: 'no_slot' });
    expect(await place(session, scene.slots.early.id, other.rooms.hall.id)).toEqual({ ok: false, reason: 'no_room' });
    expect(await place(elsewhere, scene.slots.early.id)).toEqual({ ok: false, reason: 'no_session' });
    await scene.place(session, scene.slots.early);
    await scene.publish();
    const { slug } = await rowOf(services, session);
    const meeting = await organiseMeeting(services, scene.viewers.ines, slug);
    await cancelMeeting(services, { viewer: scene.viewers.ines, scope: meeting, reason: '' });
    expect(await place(session, scene.slots.late.id)).toEqual({ ok: false, reason: 'cancelled' });
    expect(await scene.publish()).toMatchObject({ ok: true, changes: [{ kind: 'session_withdrawn', title: 'Réunion Outre-mer' }] });
  });

  test('shows who is in two places, a room taken twice, too few seats and too long an agenda, and never stops the draft', async () => {
    const [one, other] = [await scene.session('Outre-mer', { capacity: 50 }), await scene.session('Afrique')];
    for (const meetingId of [one, other])
      await makeAttendance(services.db, { meetingId, personId: scene.people.paula.id, roles: ['speaker'] });
    await services.db.insertInto('agendaItems').values({ meetingId: other, position: 1, title: 'Débat', durationMinutes: 120 }).execute();
    await scene.place(one, scene.slots.early, scene.rooms.small);
    expect((await clashes()).map(({ kind }) => kind)).toEqual(['seats']);
    await scene.place(other, scene.slots.early, scene.rooms.small);
    expect((await clashes()).map(({ kind }) => kind)).toEqual(['room', 'person', 'agenda', 'seats']);
    await scene.place(other, scene.slots.late, scene.rooms.small);
    await editSession(services, { ...scene.by, meetingId: one, details: { languages: ['fr', 'es'], capacity: 20 } });
    expect((await clashes()).map(({ kind }) => kind)).toEqual(['agenda']);
  });

  test('is for the edition’s organisers: not for a member, a stranger or a visitor', async () => {
    const gate = (viewer: typeof scene.viewers.paula | null) => organiseEdition(services, viewer, scene.slug).then(() => 'in', status);
    expect(await Promise.all([gate(scene.viewers.paula), gate(scene.viewers.stranger), gate(null)])).toEqual([404, 404, 302]);
  });
});

describe('a session', () => {
  test('begins as a draft of the edition’s days, and the same form twice creates one', async () => {
    const id = crypto.randomUUID();
    const session = aSession('Groupe-pays Haïti', { themes: ['Eau'], countries: ['HT'], languages: ['fr'] });
    const create = () => createSession(services, { ...scene.by, id, session });
    expect(await Promise.all([create(), create()])).toEqual([
      { ok: true, slug: '2022-09-18-groupe-pays-haiti' },
      { ok: true, slug: '2022-09-18-groupe-pays-haiti' },
    ]);
    expect(await rowOf(services, id)).toMatchObject({ status: 'draft', kind: 'session', editionId: scene.editionId, languages: ['fr'] });
    expect(whenOf((await rowOf(services, id)).edtf).toConfirm).toBe(true);
  });

  test('that stands in a programme is not moved by the form of its meeting, whose other fields it saves', async () => {
    const id = await scene.session('Réunion Outre-mer');
    await scene.place(id, scene.slots.early, scene.rooms.small);
    await scene.publish();
    const { slug, revision } = await rowOf(services, id);
    const meeting = await organiseMeeting(services, scene.viewers.ines, slug);
    const stored = aPlan({ title: 'Outre-mer', kind: 'session', placeName: 'Salle B', placeAddress: 'Palais des congrès, Paris' });
    const plan = { ...stored, when: whenOf('2022-09-18T14:30/2022-09-18T16:00') };
    const edit = (changed: Partial<typeof plan>) =>
      editMeeting(services, { viewer: scene.viewers.ines, scope: meeting, revision, plan: { ...plan, ...changed }, announce: false });
    expect(await edit({ when: whenOf('2022-09-18T15:00/2022-09-18T16:00') })).toEqual({ ok: false, reason: 'in_programme' });
    expect(await edit({ placeName: 'Salle C' })).toEqual({ ok: false, reason: 'in_programme' });
    expect(await edit({})).toMatchObject({ ok: true, changed: ['title'] });
    expect(await scene.publish()).toMatchObject({ ok: true, changes: [{ kind: 'session_renamed', to: 'Outre-mer' }] });
  });
});

test('an edition whose sessions were announced one by one gets its grid from them, and what crosses is left to be placed', async () => {
  const { db } = services;
  const plan = anEdition({ name: 'RAICT 2021', place: 'Paris' });
  const { slug } = await createEdition(services, { viewer: scene.viewers.ines, scope: scene.groupScope, id: crypto.randomUUID(), plan });
  const edition = await organiseEdition(services, scene.viewers.ines, slug);
  const announce = (title: string, from: string, to: string, placeName: string) =>
    makeMeeting(db, {
      ...{ groupId: scene.group.id, editionId: edition.editionId, kind: 'session', title, placeName },
      ...{ edtf: `2022-09-18T${from}/2022-09-18T${to}`, during: null },
    });
  await announce('Outre-mer', '14:30', '16:00', 'Salle B');
  await announce('Afrique', '14:30', '16:00', 'salle b');
  await announce('Plénière', '10:00', '12:00', 'Paris');
  await announce('Égarée', '15:00', '17:00', 'Auditorium');
  const adopt = () => adoptSessions(services, { viewer: scene.viewers.ines, scope: edition });
  const answers = await Promise.all([adopt(), adopt()]);
  expect(answers).toContainEqual({ ok: true, placed: 3, left: 1 });
  expect(answers).toContainEqual({ ok: false, reason: 'has_slots' });
  const draft = await readDraft(db, edition);
  expect(draft.slots.map(({ startsAt }) => startsAt)).toEqual(['10:00', '14:30']);
  expect(draft.rooms.map(({ name }) => name)).toHaveLength(1);
  expect(draft.sessions.filter(({ slotId }) => slotId === null).map(({ title }) => title)).toEqual(['Égarée']);
});

const status = (thrown: unknown) => (thrown instanceof Response ? thrown.status : (thrown as { init?: { status?: number } }).init?.status);
