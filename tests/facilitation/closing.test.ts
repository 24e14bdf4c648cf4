import { beforeEach, expect, test } from 'vitest';
import { attendMeeting } from '#server/facilitation/access.ts';
import { askFloor } from '#server/facilitation/ask-floor.ts';
import { checkInOneself } from '#server/facilitation/check-in-oneself.ts';
import { closeMeeting, reopenMeeting } from '#server/facilitation/close-meeting.ts';
import { goToNextPoint } from '#server/facilitation/go-to-point.ts';
import { lockSection } from '#server/facilitation/lock-section.ts';
import { pauseClock } from '#server/facilitation/run-clock.ts';
import { startMeeting } from '#server/facilitation/start-meeting.ts';
import { useDatabase } from '#tests/support/database.ts';
import { viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { auditOf, OPENING, type PreparedMeeting, prepareMeeting } from './meeting-underway.ts';

const database = useDatabase();
const services = useServices(database);
let room: PreparedMeeting;
let participant: Parameters<typeof askFloor>[1];

beforeEach(async () => {
  room = await prepareMeeting(database, services);
  const viewer = viewerOf(room.participant);
  participant = { viewer, scope: await attendMeeting(services, viewer, room.meeting.slug) };
});

const changed = { ok: true, changed: true };
const unchanged = { ok: true, changed: false };

test('closing stops the clock and empties the queue, and open sockets are asked again; reopening goes on at the same point', async () => {
  await startMeeting(services, room.lead);
  await askFloor(services, participant);
  services.clock.advance({ seconds: 90 });
  expect(await closeMeeting(services, room.organise)).toEqual(changed);
  expect(await closeMeeting(services, room.organise)).toEqual(unchanged);
  expect(await room.state()).toMatchObject({ floor: [], current: { agendaItemId: room.points.first, runningSince: null } });
  expect((await room.state()).closedAt).not.toBeNull();
  expect(services.accessChanges).toEqual([{ meetingId: room.meeting.id }]);
  const closed = { ok: false, reason: 'closed' };
  expect(await goToNextPoint(services, { ...room.lead, leaving: room.points.first })).toEqual(closed);
  expect(await askFloor(services, participant)).toEqual(closed);
  expect(await startMeeting(services, room.lead)).toEqual(closed);
  services.clock.advance({ minutes: 30 });
  expect(await reopenMeeting(services, room.organise)).toEqual(changed);
  expect(await reopenMeeting(services, room.organise)).toEqual(unchanged);
  expect(await pauseClock(services, { ...room.lead, agendaItemId: room.points.first, paused: false })).toEqual(changed);
  services.clock.advance({ seconds: 5 });
  await goToNextPoint(services, { ...room.lead, leaving: room.points.first });
  expect(await room.course()).toEqual(['1: 95', '2: 0*']);
  expect(await auditOf(database, room.meeting.id)).toEqual(['start', 'ask_floor', 'close', 'reopen', 'resume', 'next']);
});

test('a meeting that was never opened is not closed', async () => {
  expect(await closeMeeting(services, room.organise)).toEqual({ ok: false, reason: 'not_started' });
});

test('the notes of a point are locked and unlocked at any time, and open sockets are asked again', async () => {
  const lock = (locked: boolean) => lockSection(services, { ...room.organise, agendaItemId: room.points.second, locked });
  expect(await lock(true)).toEqual(changed);
  expect(await lock(true)).toEqual(unchanged);
  expect((await room.state()).locked).toEqual([room.points.second]);
  expect(await lock(false)).toEqual(changed);
  expect(await lock(false)).toEqual(unchanged);
  expect((await room.state()).locked).toEqual([]);
  expect(services.accessChanges).toHaveLength(2);
});

test('a point of another meeting is not locked from here', async () => {
  const elsewhere = await prepareMeeting(database, services);
  const lock = { ...room.organise, agendaItemId: elsewhere.points.first, locked: true };
  expect(await lockSection(services, lock)).toEqual({ ok: false, reason: 'point_gone' });
  expect((await elsewhere.state()).locked).toEqual([]);
});

const checkedInAt = async () => {
  const row = await database.db.selectFrom('attendances').select('checkedInAt').where('id', '=', room.attendance.id).executeTakeFirst();
  return row?.checkedInAt && Temporal.Instant.from(row.checkedInAt).toString();
};

test('people sign in themselves from an hour before the meeting, and the first hour stays', async () => {
  services.clock.set('2022-06-20T13:29:59Z');
  expect(await checkInOneself(services, participant)).toEqual({ ok: false, reason: 'not_now' });
  services.clock.set('2022-06-20T13:30:00Z');
  expect(await checkInOneself(services, participant)).toEqual(changed);
  services.clock.set(OPENING);
  expect((await checkInOneself(services, participant)).ok).toBe(true);
  expect(await checkedInAt()).toBe('2022-06-20T13:30:00Z');
});

test('nobody signs in the day after, or once the meeting is closed; while it is open they do, whatever was planned', async () => {
  services.clock.set('2022-06-21T12:00:00Z');
  expect(await checkInOneself(services, participant)).toEqual({ ok: false, reason: 'not_now' });
  await startMeeting(services, room.lead);
  await closeMeeting(services, room.organise);
  expect(await checkInOneself(services, participant)).toEqual({ ok: false, reason: 'not_now' });
  await reopenMeeting(services, room.organise);
  expect(await checkInOneself(services, participant)).toEqual(changed);
});
