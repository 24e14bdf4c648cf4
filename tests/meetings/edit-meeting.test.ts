import { describe, expect, test } from 'vitest';
import type { MeetingPlan } from '#app/model/meetings.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { whenOf } from '#app/model/when.ts';
import { cancelMeeting } from '#server/meetings/cancel-meeting.ts';
import { editMeeting } from '#server/meetings/edit-meeting.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { aMeeting, aPlan, auditOf, rowOf } from './scene.ts';

const database = useDatabase();
const services = useServices(database);
type Scene = Awaited<ReturnType<typeof aMeeting>>;

async function edit(
  scene: Scene,
  given: Partial<MeetingPlan>,
  { revision = 1, announce = false, viewer = scene.viewers.ines as Viewer } = {},
) {
  return editMeeting(services, { viewer, scope: await scene.open(viewer), revision, plan: aPlan(given), announce });
}

describe('editing a meeting', () => {
  test('two organisers who edit the same version: the first is kept, the second gets it back and changes nothing', async () => {
    const scene = await aMeeting(services);
    const both = await Promise.all([
      edit(scene, { title: 'De la première' }),
      edit(scene, { title: 'De la seconde' }, { viewer: scene.viewers.sylvain }),
    ]);
    const [kept, refused] = both[0]?.ok ? both : [both[1], both[0]];
    expect(kept).toMatchObject({ ok: true, changed: ['title'] });
    const row = await rowOf(services, scene.id);
    expect(row.revision).toBe(2);
    expect(refused).toMatchObject({ ok: false, reason: 'conflict', current: { title: row.title, revision: 2 } });
    expect(await auditOf(services, scene.id)).toEqual(['meeting.plan', 'meeting.edit']);
  });

  test('the second may then write over it, knowing', async () => {
    const scene = await aMeeting(services);
    await edit(scene, { title: 'De la première' });
    expect(await edit(scene, { title: 'De la seconde' }, { revision: 2 })).toMatchObject({ ok: true });
    expect(await rowOf(services, scene.id)).toMatchObject({ title: 'De la seconde', revision: 3 });
  });

  test.each([
    ['the time', { when: whenOf('2022-10-13T16:00/2022-10-13T17:30') }, 1],
    ['the zone', { timeZone: 'America/Bogota' }, 1],
    ['the place', { placeName: 'Ailleurs' }, 1],
    ['the address', { placeAddress: '9 rue Christiani' }, 1],
    ['the online link', { onlineUrl: 'https://visio.example/abc' }, 1],
    ['the title', { title: 'Autrement' }, 0],
    ['the way there', { placeAccess: 'Métro 2' }, 0],
    ['the summary', { summary: 'Plus long' }, 0],
    ['the themes', { themes: ['Santé'] }, 0],
  ])('a change of %s (%j) raises the sequence by %i', async (_what, given, sequence) => {
    const scene = await aMeeting(services);
    services.clock.advance({ minutes: 5 });
    await edit(scene, given);
    const row = await rowOf(services, scene.id);
    expect(row).toMatchObject({ sequence, revision: 2 });
    expect(row.changedAt).toBe(services.clock.now().toString());
  });

  test('saving without a change leaves everything as it was, and tells nobody', async () => {
    const scene = await aMeeting(services, { themes: ['Santé', 'Climat'] });
    const before = await rowOf(services, scene.id);
    services.clock.advance({ minutes: 5 });
    expect(await edit(scene, { themes: ['climat', 'SANTE'] })).toEqual({ ok: true, changed: [] });
    expect(await rowOf(services, scene.id)).toEqual(before);
    expect(services.told.filter((told) => told.meetingId === scene.id)).toEqual([]);
  });

  test('a draft moves without a sequence; announcing it makes it visible at once', async () => {
    const scene = await aMeeting(services, {}, false);
    await edit(scene, { placeName: 'Ailleurs' });
    expect(await rowOf(services, scene.id)).toMatchObject({ sequence: 0, status: 'draft' });
    await edit(scene, { placeName: 'Ailleurs' }, { revision: 2, announce: true });
    expect(await rowOf(services, scene.id)).toMatchObject({ sequence: 0, status: 'scheduled' });
    expect(services.accessChanges).toContainEqual({ meetingId: scene.id });
  });

  test('those invited are written to when it moves, not when a word changes', async () => {
    const scene = await aMeeting(services);
    const person = await makePerson(database.db);
    await makeAttendance(database.db, { meetingId: scene.id, personId: person.id, invitedAt: '2022-06-01T08:00:00Z' });
    await edit(scene, { title: 'Autrement' });
    await expect(services.mailbox.next(person.email)).rejects.toThrow('No unread mail');
    await edit(scene, { title: 'Autrement', placeName: 'Ailleurs' }, { revision: 2 });
    expect((await services.mailbox.next(person.email)).subject).toContain('Autrement');
    expect(services.told).toContainEqual({ meetingId: scene.id, topic: 'meeting' });
  });
});

describe('cancelling a meeting', () => {
  const cancel = (scene: Scene, reason = '') => cancelMeeting(services, { viewer: scene.viewers.ines, scope: scene.organised, reason });

  test('it stays, with its reason and a higher sequence, and those invited are written to once', async () => {
    const scene = await aMeeting(services);
    const person = await makePerson(database.db);
    await makeAttendance(database.db, { meetingId: scene.id, personId: person.id, invitedAt: '2022-06-01T08:00:00Z' });
    const both = await Promise.all([cancel(scene, 'Grève des transports'), cancel(scene, 'Grève des transports')]);
    expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
    expect(await rowOf(services, scene.id)).toMatchObject({ status: 'cancelled', sequence: 1, cancelReason: 'Grève des transports' });
    await services.mailbox.next(person.email);
    await expect(services.mailbox.next(person.email)).rejects.toThrow('No unread mail');
    expect(await auditOf(services, scene.id)).toEqual(['meeting.plan', 'meeting.cancel']);
  });

  test('a cancelled meeting is no longer edited, not even by a form that was open', async () => {
    const scene = await aMeeting(services);
    await cancel(scene);
    expect(await edit(scene, { title: 'Trop tard' })).toEqual({ ok: false, reason: 'cancelled' });
    expect((await rowOf(services, scene.id)).title).toBe('Rencontre DALC : santé');
  });

  test('a draft, which nobody was told of, is deleted and never shown as cancelled', async () => {
    const scene = await aMeeting(services, {}, false);
    expect(await cancel(scene)).toEqual({ ok: true, was: 'draft' });
    await expect(rowOf(services, scene.id)).rejects.toThrow();
    expect(await auditOf(services, scene.id)).toEqual(['meeting.plan', 'meeting.discard']);
  });

  test('a draft discarded by two clicks at once is gone for the second as for everybody', async () => {
    const scene = await aMeeting(services, {}, false);
    const clicks = await Promise.allSettled([cancel(scene), cancel(scene)]);
    const [done] = clicks.filter((click) => click.status === 'fulfilled');
    const [late] = clicks.filter((click) => click.status === 'rejected');
    expect(done?.value).toEqual({ ok: true, was: 'draft' });
    expect(late?.reason).toMatchObject({ init: { status: 404 } });
    const form = { viewer: scene.viewers.sylvain, scope: scene.organised, revision: 1, plan: aPlan(), announce: true };
    await expect(editMeeting(services, form)).rejects.toMatchObject({ init: { status: 404 } });
  });

  test('a draft that has minutes is kept', async () => {
    const scene = await aMeeting(services, {}, false);
    await database.db.insertInto('minutes').values({ meetingId: scene.id }).execute();
    expect(await cancel(scene)).toEqual({ ok: false, reason: 'has_minutes' });
    expect(await rowOf(services, scene.id)).toMatchObject({ status: 'draft' });
  });
});
