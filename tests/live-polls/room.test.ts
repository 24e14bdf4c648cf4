import { describe, expect, test } from 'vitest';
import { parseRoomCode, roomCodeInWords, roomCodeOf } from '#app/model/room-polls.ts';
import { enterRoomByCode } from '#server/live-polls/access.ts';
import { closePoll, insertResult } from '#server/live-polls/close-poll.ts';
import { readLivePolls } from '#server/live-polls/read-live-polls.ts';
import { readRoom } from '#server/live-polls/read-room.ts';
import { closeRoomDoor, openRoomDoor, renewRoomCode } from '#server/live-polls/room-door.ts';
import { showBadge } from '#server/live-polls/show-badge.ts';
import { vote } from '#server/live-polls/vote.ts';
import { voteInRoom } from '#server/live-polls/vote-in-room.ts';
import { type Device, newDevice, readVoterCookie, voterCookie } from '#server/live-polls/voter-cookie.ts';
import { readNotes } from '#server/notes/read-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { pollRoom } from './poll-room.ts';

const database = useDatabase();
const services = useServices(database);

let address = 0;
/** An address that nobody counted yet. */
const newIp = () => `192.0.2.${++address}`;

async function openRoom(choices: { byBadge?: boolean; showsCounts?: boolean } = {}) {
  const room = await pollRoom(services);
  const leader = await room.leaderOf(room.organiser);
  const door = async (given = choices) => openRoomDoor(services, leader, { byBadge: false, showsCounts: false, ...given });
  const opened = await door();
  if (!opened.ok) throw new Error(opened.reason);
  const enter = async (code = opened.door.code, ip = newIp()) => enterRoomByCode(services, code, ip);
  const entered = await enter();
  if (!entered.ok) throw new Error(entered.reason);
  const { scope } = entered;
  const ip = newIp();
  const cast = (
    poll: { pollId: string; optionId: string },
    device: Device | null = newDevice(),
    personId: string | null = null,
    from = ip,
  ) => voteInRoom(services, scope, { device, personId, ip: from }, poll);
  return { ...room, leader, door, enter, scope, cast, code: opened.door.code };
}

describe('the door of a room', () => {
  test('opens with the code that its screen shows, however it is typed, and with no other', async () => {
    const { code, enter, scope, meeting } = await openRoom();
    expect(parseRoomCode(` ${roomCodeInWords(code).toUpperCase()} `)).toBe(code);
    expect(scope.meetingId).toBe(meeting.id);
    for (const forged of ['', 'x', '../../x', code.slice(1), `${code}x`, roomCodeOf(Buffer.alloc(8, 7)), 'o0i1l000'])
      expect(await enter(forged)).toEqual({ ok: false, reason: 'unknown' });
  });

  test('is as if it were none once closed, and for a code that was changed', async () => {
    const { leader, enter, code, door } = await openRoom();
    await renewRoomCode(services, leader);
    expect(await enter(code)).toEqual({ ok: false, reason: 'unknown' });
    const again = await door();
    if (!again.ok) throw new Error(again.reason);
    expect(again.door.code).not.toBe(code);
    expect((await enter(again.door.code)).ok).toBe(true);
    await closeRoomDoor(services, leader);
    expect(await enter(again.door.code)).toEqual({ ok: false, reason: 'unknown' });
  });

  test('answers nobody who tries a thousand codes', async () => {
    const { enter } = await openRoom();
    const ip = newIp();
    const answers = [];
    for (let tried = 0; tried < 160; tried += 1) answers.push(await enter('22222222', ip));
    expect(answers.at(0)).toEqual({ ok: false, reason: 'unknown' });
    expect(answers.at(-1)).toEqual({ ok: false, reason: 'too-often' });
  });

  test('is opened by whoever runs the meeting, while it goes on', async () => {
    const { leaderOf, writer, meeting, chair, door } = await openRoom();
    await expect(leaderOf(writer)).rejects.toMatchObject({ init: { status: 404 } });
    expect((await leaderOf(chair)).scope.meetingId).toBe(meeting.id);
    await services.db
      .insertInto('meetingRuns')
      .values({ meetingId: meeting.id, startedAt: '2022-06-20T14:30:00Z', closedAt: '2022-06-20T16:00:00Z' })
      .execute();
    expect(await door()).toEqual({ ok: false, reason: 'meeting-closed' });
  });
});

describe('the phones of a room', () => {
  test('vote once each, change their mind, and make one result with those who are signed in', async () => {
    const { ask, cast, counts, writer, voterOf, leader, first, organiser, scopeOf } = await openRoom();
    const { id: pollId, yes, no } = await ask();
    const phone = newDevice();
    expect(await cast({ pollId, optionId: yes }, phone)).toEqual({ ok: true });
    expect(await cast({ pollId, optionId: yes }, phone)).toEqual({ ok: true });
    await Promise.all([1, 2, 3].map(() => cast({ pollId, optionId: no }, phone)));
    expect(await counts()).toEqual([[0, 1]]);
    await vote(services, await voterOf(writer), { pollId, optionId: yes });
    expect(await cast({ pollId, optionId: yes })).toEqual({ ok: true });
    // the same person in the room, with the phone that had voted before they signed in
    expect(await cast({ pollId, optionId: yes }, phone, writer.id)).toEqual({ ok: true });
    expect(await counts()).toEqual([[2, 0]]);
    expect(await insertResult(services, leader, { pollId, locale: 'fr' })).toEqual({ ok: true });
    const sections = await readNotes(services, await scopeOf(organiser));
    expect(JSON.stringify(sections.find(({ agendaItemId }) => agendaItemId === first)?.blocks)).toContain('2 votes');
    expect((await readLivePolls(services, (await scopeOf(organiser)).meetingId)).polls[0]?.insertedAt).not.toBeNull();
  });

  test('get no answer for an option of another poll, another meeting’s poll, a closed poll or without a cookie', async () => {
    const [room, other] = [await openRoom(), await openRoom()];
    const [{ id: pollId, yes }, theirs] = [await room.ask(), await other.ask()];
    expect(await room.cast({ pollId, optionId: theirs.yes })).toEqual({ ok: false, reason: 'option-unknown' });
    expect(await room.cast({ pollId: theirs.id, optionId: theirs.yes })).toEqual({ ok: false, reason: 'poll-unknown' });
    expect(await room.cast({ pollId, optionId: yes }, null)).toEqual({ ok: false, reason: 'no-cookie' });
    await closePoll(services, room.leader, pollId);
    expect(await room.cast({ pollId, optionId: yes })).toEqual({ ok: false, reason: 'poll-closed' });
    await services.db.updateTable('meetings').set({ status: 'cancelled' }).where('id', '=', room.meeting.id).execute();
    expect(await room.cast({ pollId, optionId: yes })).toEqual({ ok: false, reason: 'meeting-closed' });
    expect(await room.counts()).toEqual([[0, 0]]);
  });

  test('three hundred behind one address are all counted; a script of a thousand is not, and nobody else suffers', async () => {
    const { ask, cast, counts } = await openRoom();
    const { id: pollId, yes, no } = await ask();
    const hall = newIp();
    const phones = Array.from({ length: 300 }, () => newDevice());
    for (const phone of phones) expect(await cast({ pollId, optionId: yes }, phone, null, hall)).toEqual({ ok: true });
    expect(await counts()).toEqual([[300, 0]]);
    const script = newIp();
    const answers = [];
    for (let sent = 0; sent < 1000; sent += 1) answers.push(await cast({ pollId, optionId: no }, newDevice(), null, script));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(400);
    expect(answers.at(-1)).toEqual({ ok: false, reason: 'room-full' });
    // who is counted already changes their mind all the same
    expect(await cast({ pollId, optionId: no }, phones[0], null, hall)).toEqual({ ok: true });
    expect(await cast({ pollId, optionId: no })).toEqual({ ok: true });
  });

  test('of a room that holds ten do not send fifty votes', async () => {
    const { ask, cast, meeting } = await openRoom();
    await services.db.updateTable('meetings').set({ capacity: 10 }).where('id', '=', meeting.id).execute();
    const { id: pollId, yes } = await ask();
    const answers = [];
    for (let sent = 0; sent < 50; sent += 1) answers.push(await cast({ pollId, optionId: yes }));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(33);
  });

  test('are told the question, and the result when it is closed or whoever runs the meeting shows it', async () => {
    const { ask, cast, scope, leader, door, enter, code } = await openRoom();
    expect(await readRoom(services, scope)).toMatchObject({ moment: 'before', poll: null });
    const { id: pollId, yes } = await ask();
    await cast({ pollId, optionId: yes });
    const votesOf = async () => {
      const entered = await enter(code);
      if (!entered.ok) throw new Error(entered.reason);
      const { moment, poll } = await readRoom(services, entered.scope);
      return [moment, poll?.options.map(({ votes }) => votes)];
    };
    expect(await votesOf()).toEqual(['open', [null, null]]);
    await door({ showsCounts: true });
    expect(await votesOf()).toEqual(['open', [1, 0]]);
    await door({ showsCounts: false });
    await closePoll(services, leader, pollId);
    expect(await votesOf()).toEqual(['result', [1, 0]]);
  });
});

describe('with badges', () => {
  async function strictRoom() {
    const room = await openRoom();
    const slug = `edition-${crypto.randomUUID().slice(0, 8)}`;
    const edition = { slug, groupId: room.meeting.groupId, name: 'Rencontres', startsOn: '2022-06-20', endsOn: '2022-06-21' };
    const { id: editionId } = await services.db.insertInto('editions').values(edition).returning('id').executeTakeFirstOrThrow();
    await services.db.updateTable('meetings').set({ editionId }).where('id', '=', room.meeting.id).execute();
    const badgeCode = `7K3MQ2XP${crypto.randomUUID().replaceAll('-', '').slice(0, 18).toUpperCase()}`;
    await services.db
      .insertInto('registrations')
      .values({ editionId, state: 'registered', category: 'member', familyName: 'Marsac', nameKey: 'marsac', badgeCode })
      .execute();
    await room.door({ byBadge: true });
    const entered = await room.enter(room.code);
    if (!entered.ok) throw new Error(entered.reason);
    const { scope } = entered;
    const show = (typed: string, device: Device | null) => showBadge(services, scope, { typed, device, ip: newIp() });
    const cast = (poll: { pollId: string; optionId: string }, device: Device) =>
      voteInRoom(services, scope, { device, personId: null, ip: newIp() }, poll);
    return { ...room, slug, badgeCode, show, cast };
  }

  test('one badge is one vote, on however many phones it is shown', async () => {
    const { ask, show, cast, badgeCode, slug, counts } = await strictRoom();
    const { id: pollId, yes, no } = await ask();
    const phone = newDevice();
    expect(await cast({ pollId, optionId: yes }, phone)).toEqual({ ok: false, reason: 'badge-needed' });
    for (const typed of ['7k3m-q2xp', badgeCode, `TERTULIA/${slug.toUpperCase()}/${badgeCode}`]) {
      const shown = await show(typed, newDevice());
      if (!shown.ok) throw new Error(shown.reason);
      expect(await cast({ pollId, optionId: typed === badgeCode ? no : yes }, shown.device)).toEqual({ ok: true });
    }
    expect(await counts()).toEqual([[1, 0]]);
  });

  test('made-up, foreign and tried badges open nothing', async () => {
    const { show, badgeCode } = await strictRoom();
    const phone = newDevice();
    expect(await show('22222222', phone)).toEqual({ ok: false, reason: 'badge-unknown' });
    expect(await show('<script>', phone)).toEqual({ ok: false, reason: 'badge-unknown' });
    expect(await show(`TERTULIA/AUTRE/${badgeCode}`, phone)).toEqual({ ok: false, reason: 'other-edition' });
    for (let tried = 0; tried < 10; tried += 1) await show('22222222', phone);
    expect(await show(badgeCode, phone)).toEqual({ ok: false, reason: 'too-often' });
  });

  test('who may vote does not change while people vote', async () => {
    const { ask, door } = await strictRoom();
    await ask();
    expect(await door({ byBadge: false })).toEqual({ ok: false, reason: 'poll-open' });
    expect((await door({ byBadge: true, showsCounts: true })).ok).toBe(true);
  });
});

test('the cookie of a phone is signed: one that was made up or changed is none', () => {
  const { env } = services;
  const device = { ...newDevice(), registrationId: crypto.randomUUID() };
  const cookie = voterCookie(env, device);
  expect(cookie).toMatch(/^__Host-voter=.+; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
  const sent = cookie.split(';')[0] ?? '';
  expect(readVoterCookie(env, `a=b; ${sent}`)).toEqual(device);
  expect(readVoterCookie(env, sent.replace(device.registrationId, crypto.randomUUID()))).toBeNull();
  expect(readVoterCookie(env, sent.slice(0, -2))).toBeNull();
  expect(readVoterCookie({ ...env, sessionSecret: 'another secret of the tests, 32 long' }, sent)).toBeNull();
});
