import { beforeEach, expect, test } from 'vitest';
import { findMeeting } from '#db/meetings/read.ts';
import { countTold } from '#server/attendance/count-told.ts';
import { cancelMeeting } from '#server/meetings/cancel-meeting.ts';
import { editMeeting } from '#server/meetings/edit-meeting.ts';
import { planScene } from '#tests/attendance/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);

beforeEach(async () => {
  await database.db.deleteFrom('outboxMails').execute();
});

async function sceneOf(count: number, given: Parameters<typeof planScene>[2] = {}, invitedAt: string | null = '2022-06-01T08:00:00Z') {
  const scene = await planScene(database, services, given);
  for (let guest = 0; guest < count; guest++) {
    const { id: personId } = await makePerson(database.db);
    await makeAttendance(database.db, { meetingId: scene.meeting.id, personId, invitedAt });
  }
  return scene;
}

const mails = async () => (await database.db.selectFrom('outboxMails').select('template').execute()).map(({ template }) => template);

const PLAN = {
  ...{ title: 'Point Amérique latine', kind: 'group_meeting', timeZone: 'Europe/Paris', placeName: 'Hôtel de Ville', placeAddress: '' },
  ...{ placeAccess: '', onlineUrl: 'https://visio.example/dalc', summary: '', visibility: 'public', themes: [], countries: [] },
  when: { kind: 'time', start: '2022-06-20T16:30', end: '2022-06-20T18:00', toConfirm: false },
} as const satisfies Parameters<typeof editMeeting>[1]['plan'];

test('a meeting of many is cancelled, and they are told, only by the number that the organiser confirmed', async () => {
  const { viewer, scope, meeting } = await sceneOf(12);
  const cancel = { viewer, scope, reason: '' };
  expect(await cancelMeeting(services, cancel)).toEqual({ ok: false, reason: 'count_changed', count: 12 });
  expect(await cancelMeeting(services, { ...cancel, confirmed: 11 })).toEqual({ ok: false, reason: 'count_changed', count: 12 });
  expect(await mails()).toEqual([]);
  expect(await countTold(services.db, services, { meetingId: meeting.id, what: 'cancelled' })).toBe(12);
  expect(await cancelMeeting(services, { ...cancel, confirmed: 12 })).toMatchObject({ ok: true });
  expect(await mails()).toHaveLength(12);
});

test('a change that moves the meeting of many asks; one that does not, and one that tells a few, do not', async () => {
  const { viewer, scope } = await sceneOf(10, { placeName: 'Cité des Sciences' });
  const edit = { viewer, scope, revision: 1, plan: PLAN, announce: false };
  const quiet = { ...PLAN, placeName: 'Cité des Sciences', summary: 'Autre présentation' };
  expect(await editMeeting(services, edit)).toEqual({ ok: false, reason: 'count_changed', count: 10, what: 'updated' });
  expect(await editMeeting(services, { ...edit, plan: quiet })).toMatchObject({ ok: true });
  expect(await editMeeting(services, { ...edit, revision: 2, confirmed: 10 })).toMatchObject({ ok: true });
  expect(await mails()).toHaveLength(10);
  const few = await sceneOf(9);
  expect(await editMeeting(services, { ...edit, ...few })).toMatchObject({ ok: true });
});

test('who declined is counted for another date, and for nothing less', async () => {
  const { meeting, edtf, timeZone } = await sceneOf(3).then(async (scene) => {
    const { id: personId } = await makePerson(database.db);
    await makeAttendance(database.db, { meetingId: scene.meeting.id, personId, invitedAt: '2022-06-01T08:00:00Z', answer: 'declined' });
    return { ...scene, ...(await findMeeting(database.db, scene.scope)), meeting: scene.meeting };
  });
  const count = (after: { edtf: string; timeZone: string }) =>
    countTold(services.db, services, { meetingId: meeting.id, what: 'updated', after });
  expect(await count({ edtf, timeZone })).toBe(3);
  expect(await count({ edtf: '2022-06-27T16:30/2022-06-27T18:00', timeZone })).toBe(4);
});

test('publishing a draft with many on its list asks, and invites as many as were confirmed', async () => {
  const { viewer, scope } = await sceneOf(11, { status: 'draft' }, null);
  const publish = { viewer, scope, revision: 1, plan: PLAN, announce: true };
  expect(await editMeeting(services, publish)).toEqual({ ok: false, reason: 'count_changed', count: 11, what: 'announced' });
  expect(await editMeeting(services, { ...publish, confirmed: 11 })).toMatchObject({ ok: true });
  expect(await mails()).toEqual(Array.from({ length: 11 }, () => 'invitation'));
});

test('a meeting that is over tells nobody, and asks nothing', async () => {
  const over = { edtf: '2022-03-01T10:00/2022-03-01T12:00', during: '[2022-03-01T09:00:00Z,2022-03-01T11:00:00Z)' };
  const { viewer, scope } = await sceneOf(12, over);
  expect(await cancelMeeting(services, { viewer, scope, reason: '' })).toMatchObject({ ok: true });
  expect(await mails()).toEqual([]);
});
