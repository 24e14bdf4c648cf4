import { beforeEach, expect, test } from 'vitest';
import { attendMeeting } from '#server/facilitation/access.ts';
import { askFloor, withdrawFloor } from '#server/facilitation/ask-floor.ts';
import { giveFloor } from '#server/facilitation/give-floor.ts';
import { lockSection } from '#server/facilitation/lock-section.ts';
import { startMeeting } from '#server/facilitation/start-meeting.ts';
import { readNotes } from '#server/notes/read-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { type PreparedMeeting, prepareMeeting } from './meeting-underway.ts';

const database = useDatabase();
const services = useServices(database);
let room: PreparedMeeting;
let asking: Parameters<typeof askFloor>[1];

beforeEach(async () => {
  room = await prepareMeeting(database, services);
  const viewer = viewerOf(room.participant);
  asking = { viewer, scope: await attendMeeting(services, viewer, room.meeting.slug) };
});

const waiting = async () => (await room.state()).floor;
const requestId = async () => (await waiting())[0]?.id ?? '';
const notesOf = async (agendaItemId: string) =>
  (await readNotes(services, room.lead.scope)).find((section) => section.agendaItemId === agendaItemId)?.blocks ?? [];

test('whoever asks for the floor waits once, with name and organisation, until they withdraw', async () => {
  await Promise.all([askFloor(services, asking), askFloor(services, asking)]);
  expect(await waiting()).toMatchObject([
    { attendanceId: room.attendance.id, personId: room.participant.id, name: 'Karim Belhadj', organisation: 'Ville de Nanterre' },
  ]);
  expect(await withdrawFloor(services, asking)).toEqual({ ok: true, changed: true });
  expect(await withdrawFloor(services, asking)).toEqual({ ok: true, changed: false });
  expect(await waiting()).toEqual([]);
  await askFloor(services, asking);
  expect(await waiting()).toHaveLength(1);
});

test('given the floor, the speaker is named in the notes of the current point, with a line to write on', async () => {
  await startMeeting(services, room.lead);
  await askFloor(services, asking);
  const given = await giveFloor(services, { ...room.lead, requestId: await requestId() });
  expect(given).toEqual({ ok: true, changed: true, section: room.points.first });
  expect(await notesOf(room.points.first)).toMatchObject([
    { kind: 'turn', speakerId: room.attendance.id, inline: [{ text: 'Karim Belhadj, adjoint au maire, Ville de Nanterre' }] },
    { kind: 'text', inline: [] },
  ]);
  expect(await waiting()).toEqual([]);
  expect(services.told.map(({ topic }) => topic)).toContain('notes');
});

test('two who give it at once, and a second press, write one block', async () => {
  await startMeeting(services, room.lead);
  await askFloor(services, asking);
  const give = { ...room.lead, requestId: await requestId() };
  const both = await Promise.all([giveFloor(services, give), giveFloor(services, give)]);
  expect(both.filter((given) => given.ok && given.changed)).toHaveLength(1);
  expect(await giveFloor(services, give)).toEqual({ ok: true, changed: false, section: null });
  expect((await notesOf(room.points.first)).filter((block) => block.type === 'paragraph' && block.kind === 'turn')).toHaveLength(1);
  expect(await notesOf(room.points.first)).toHaveLength(2);
});

test('a substitute is named in place of whom they stand in for', async () => {
  const standIn = { answer: 'represented', substituteName: 'Paula Quiroga', substituteFunction: 'chargée de mission' } as const;
  await database.db.updateTable('attendances').set(standIn).where('id', '=', room.attendance.id).execute();
  await startMeeting(services, room.lead);
  await askFloor(services, asking);
  expect(await waiting()).toMatchObject([{ name: 'Paula Quiroga' }]);
  await giveFloor(services, { ...room.lead, requestId: await requestId() });
  const [turn] = await notesOf(room.points.first);
  expect(turn).toMatchObject({ inline: [{ text: 'Paula Quiroga, chargée de mission, Ville de Nanterre' }] });
});

test('where nobody may write, or at no point, the floor is given without a block', async () => {
  await askFloor(services, asking);
  expect(await giveFloor(services, { ...room.lead, requestId: await requestId() })).toMatchObject({ ok: true, section: null });
  await startMeeting(services, room.lead);
  await lockSection(services, { ...room.organise, agendaItemId: room.points.first, locked: true });
  await askFloor(services, asking);
  expect(await giveFloor(services, { ...room.lead, requestId: await requestId() })).toMatchObject({ ok: true, section: null });
  expect(await notesOf(room.points.first)).toEqual([]);
});

test('a request that was withdrawn, of another meeting, or never made is refused', async () => {
  await startMeeting(services, room.lead);
  await askFloor(services, asking);
  const withdrawn = await requestId();
  await withdrawFloor(services, asking);
  await askFloor(services, asking);
  const elsewhere = await prepareMeeting(database, services);
  const gone = { ok: false, reason: 'request_gone' };
  expect(await giveFloor(services, { ...room.lead, requestId: withdrawn })).toEqual(gone);
  expect(await giveFloor(services, { ...elsewhere.lead, requestId: await requestId() })).toEqual(gone);
  expect(await giveFloor(services, { ...room.lead, requestId: crypto.randomUUID() })).toEqual(gone);
  expect(await notesOf(room.points.first)).toEqual([]);
});
