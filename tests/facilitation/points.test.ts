import { beforeEach, expect, test } from 'vitest';
import { goToNextPoint, goToPoint } from '#server/facilitation/go-to-point.ts';
import { addMinutes, pauseClock } from '#server/facilitation/run-clock.ts';
import { startMeeting } from '#server/facilitation/start-meeting.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { auditOf, OPENING, type PreparedMeeting, prepareMeeting } from './meeting-underway.ts';

const database = useDatabase();
const services = useServices(database);
let room: PreparedMeeting;

beforeEach(async () => {
  room = await prepareMeeting(database, services);
});

const changed = { ok: true, changed: true };
const unchanged = { ok: true, changed: false };

test('a meeting opens at its first point, once', async () => {
  expect(await startMeeting(services, room.lead)).toEqual(changed);
  services.clock.advance({ seconds: 40 });
  expect(await startMeeting(services, room.lead)).toEqual(unchanged);
  const state = await room.state();
  expect(state.startedAt && Temporal.Instant.from(state.startedAt).toString()).toBe(OPENING);
  expect(state.current?.agendaItemId).toBe(room.points.first);
  expect(services.told).toEqual([{ meetingId: room.meeting.id, topic: 'facilitation' }]);
});

test('each point keeps the time spent on it, and after the last one the meeting is at none', async () => {
  await startMeeting(services, room.lead);
  const { first, second, third } = room.points;
  for (const [leaving, seconds] of [
    [first, 240],
    [second, 960],
    [third, 61],
  ] as const) {
    services.clock.advance({ seconds });
    expect(await goToNextPoint(services, { ...room.lead, leaving })).toEqual(changed);
  }
  expect(await room.course()).toEqual(['1: 240', '2: 960', '3: 61']);
  expect((await room.state()).current).toBeNull();
  expect(await goToNextPoint(services, { ...room.lead, leaving: null })).toEqual(unchanged);
});

test('two organisers who press « Point suivant » at the same moment take one step', async () => {
  await startMeeting(services, room.lead);
  const leaving = room.points.first;
  const both = await Promise.all([1, 2, 3, 4].map(() => goToNextPoint(services, { ...room.lead, leaving })));
  expect(both.filter((step) => step.ok && step.changed)).toHaveLength(1);
  expect(await room.course()).toEqual(['1: 0', '2: 0*']);
});

test('a pause counts for nothing, however often it is pressed', async () => {
  await startMeeting(services, room.lead);
  const ofPoint = { ...room.lead, agendaItemId: room.points.first };
  services.clock.advance({ seconds: 30 });
  expect(await pauseClock(services, { ...ofPoint, paused: true })).toEqual(changed);
  services.clock.advance({ minutes: 10 });
  expect(await pauseClock(services, { ...ofPoint, paused: true })).toEqual(unchanged);
  expect(await pauseClock(services, { ...ofPoint, paused: false })).toEqual(changed);
  services.clock.advance({ seconds: 12 });
  await goToNextPoint(services, { ...room.lead, leaving: room.points.first });
  expect(await room.course()).toEqual(['1: 42', '2: 0*']);
  expect(await pauseClock(services, { ...ofPoint, paused: true })).toEqual({ ok: false, reason: 'moved' });
});

test('five minutes are added once by one press, and again by the next', async () => {
  await startMeeting(services, room.lead);
  const ofPoint = { ...room.lead, agendaItemId: room.points.first, minutes: 5 };
  const press = (seen: number) => addMinutes(services, { ...ofPoint, seen });
  const answers = await Promise.all([press(0), press(0), press(0)]);
  expect(answers.filter((step) => step.ok && step.changed)).toHaveLength(1);
  expect(await press(5)).toEqual(changed);
  expect((await room.state()).points[0]?.addedMinutes).toBe(10);
  expect(await press(1437)).toEqual({ ok: false, reason: 'too_long' });
});

test('one goes to any point and back: its clock goes on, and « Point suivant » comes back to what was jumped over', async () => {
  await startMeeting(services, room.lead);
  const { first, second, third } = room.points;
  services.clock.advance({ seconds: 10 });
  expect(await goToPoint(services, { ...room.lead, leaving: first, to: third })).toEqual(changed);
  services.clock.advance({ seconds: 10 });
  expect(await goToPoint(services, { ...room.lead, leaving: third, to: first })).toEqual(changed);
  services.clock.advance({ seconds: 10 });
  expect(await goToPoint(services, { ...room.lead, leaving: third, to: second })).toEqual({ ok: false, reason: 'moved' });
  expect(await goToPoint(services, { ...room.lead, leaving: first, to: crypto.randomUUID() })).toEqual({ ok: false, reason: 'point_gone' });
  await goToNextPoint(services, { ...room.lead, leaving: first });
  expect(await room.course()).toEqual(['1: 20', '2: 0*', '3: 10']);
  expect(await auditOf(database, room.meeting.id)).toEqual(['start', 'go', 'go', 'next']);
});

test('when the current point is taken off the agenda, the meeting is at none and goes on from there', async () => {
  await startMeeting(services, room.lead);
  await database.db.deleteFrom('agendaItems').where('id', '=', room.points.first).execute();
  expect((await room.state()).current).toBeNull();
  expect(await pauseClock(services, { ...room.lead, agendaItemId: room.points.first, paused: true })).toMatchObject({ reason: 'moved' });
  expect(await goToNextPoint(services, { ...room.lead, leaving: room.points.first })).toEqual(unchanged);
  expect(await goToNextPoint(services, { ...room.lead, leaving: null })).toEqual(changed);
  expect((await room.state()).current?.agendaItemId).toBe(room.points.second);
});

test('nothing moves before the meeting is opened, in a draft, or once it is cancelled', async () => {
  expect(await goToNextPoint(services, { ...room.lead, leaving: null })).toEqual({ ok: false, reason: 'not_started' });
  for (const status of ['draft', 'cancelled'] as const) {
    await database.db.updateTable('meetings').set({ status }).where('id', '=', room.meeting.id).execute();
    expect(await startMeeting(services, room.lead)).toEqual({ ok: false, reason: 'not_open' });
  }
  expect(services.told).toEqual([]);
});
