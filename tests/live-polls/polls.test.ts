import { describe, expect, test } from 'vitest';
import { votesOf } from '#app/model/live-polls.ts';
import { readOwnVotes } from '#db/live-polls/read.ts';
import { leadPolls } from '#server/live-polls/access.ts';
import { closePoll } from '#server/live-polls/close-poll.ts';
import { openPoll } from '#server/live-polls/open-poll.ts';
import { readLivePolls } from '#server/live-polls/read-live-polls.ts';
import { vote } from '#server/live-polls/vote.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeMembership, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { pollRoom } from './poll-room.ts';

const database = useDatabase();
const services = useServices(database);
const asked = { question: 'Quel format ?', options: ['Par thème', 'Par pays', 'Les deux'] };

describe('a poll is opened', () => {
  test('by organisers and by whoever chairs; nobody else, and to others it does not exist', async () => {
    const { meeting, first, chair, writer, leaderOf, organiser } = await pollRoom(services);
    const id = crypto.randomUUID();
    expect(await openPoll(services, await leaderOf(chair), { id, agendaItemId: first, asked })).toEqual({ ok: true });
    const { polls } = await readLivePolls(services, meeting.id);
    expect(polls).toMatchObject([{ id, agendaItemId: first, question: 'Quel format ?', closedAt: null, insertedAt: null }]);
    expect(polls[0]?.options.map(({ label, votes }) => [label, votes])).toEqual(asked.options.map((label) => [label, 0]));
    expect(services.told.at(-1)).toEqual({ meetingId: meeting.id, topic: 'polls' });
    await expect(leaderOf(writer)).rejects.toMatchObject({ init: { status: 404 } });
    await expect(leadPolls(services, null, meeting.slug)).rejects.toBeDefined();
    expect((await leaderOf(organiser)).scope.meetingId).toBe(meeting.id);
  });

  test('once, however often its form is sent', async () => {
    const { first, organiser, leaderOf, counts } = await pollRoom(services);
    const id = crypto.randomUUID();
    const leader = await leaderOf(organiser);
    const answers = await Promise.all([1, 2, 3].map(() => openPoll(services, leader, { id, agendaItemId: first, asked })));
    expect(answers).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    expect(await counts()).toEqual([[0, 0, 0]]);
  });

  test('one at a time: of two people who ask at once one is told that the other was first', async () => {
    const { first, organiser, chair, leaderOf, counts } = await pollRoom(services);
    const answers = await Promise.all(
      [organiser, chair, organiser, chair].map(async (person) =>
        openPoll(services, await leaderOf(person), { id: crypto.randomUUID(), agendaItemId: first, asked }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'poll-open')).toHaveLength(3);
    expect(await counts()).toHaveLength(1);
  });

  test('not for a point of another meeting, nor in one that is closed or cancelled', async () => {
    const room = await pollRoom(services);
    const other = await pollRoom(services);
    const leader = await room.leaderOf(room.organiser);
    const at = (agendaItemId: string) => openPoll(services, leader, { id: crypto.randomUUID(), agendaItemId, asked });
    expect(await at(other.first)).toEqual({ ok: false, reason: 'point-unknown' });
    await services.db
      .insertInto('meetingRuns')
      .values({ meetingId: room.meeting.id, startedAt: '2022-06-20T14:30:00Z', closedAt: '2022-06-20T16:00:00Z' })
      .execute();
    expect(await at(room.first)).toEqual({ ok: false, reason: 'meeting-closed' });
    await services.db.updateTable('meetings').set({ status: 'cancelled' }).where('id', '=', other.meeting.id).execute();
    const cancelled = await openPoll(services, await other.leaderOf(other.organiser), {
      ...{ id: crypto.randomUUID(), agendaItemId: other.first, asked },
    });
    expect(cancelled).toEqual({ ok: false, reason: 'meeting-closed' });
  });
});

describe('people vote', () => {
  test('once each, those who only read and members too, and change their mind until it closes', async () => {
    const { group, ask, writer, reader, organiser, voterOf, leaderOf, counts, scopeOf } = await pollRoom(services);
    const member = await makePerson(services.db);
    await makeMembership(services.db, { groupId: group.id, personId: member.id });
    const { id, yes, no } = await ask();
    for (const person of [writer, reader, member, organiser])
      expect(await vote(services, await voterOf(person), { pollId: id, optionId: yes })).toEqual({ ok: true });
    expect(await counts()).toEqual([[4, 0]]);
    expect(await vote(services, await voterOf(reader), { pollId: id, optionId: no })).toEqual({ ok: true });
    expect(await counts()).toEqual([[3, 1]]);
    expect(await readOwnVotes(services.db, await scopeOf(reader), reader.id)).toEqual({ votes: { [id]: no }, supports: [] });
    await closePoll(services, await leaderOf(organiser), id);
    expect(await vote(services, await voterOf(reader), { pollId: id, optionId: yes })).toEqual({ ok: false, reason: 'poll-closed' });
    expect(await counts()).toEqual([[3, 1]]);
  });

  test('a double click, or two devices at once, is one vote; the same vote again is told to nobody', async () => {
    const { meeting, ask, writer, voterOf, counts } = await pollRoom(services);
    const { id, yes, no } = await ask();
    const voter = await voterOf(writer);
    const answers = await Promise.all([yes, no, yes, no, yes].map((optionId) => vote(services, voter, { pollId: id, optionId })));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect((await counts())[0]?.reduce((sum, votes) => sum + votes, 0)).toBe(1);
    await vote(services, voter, { pollId: id, optionId: yes });
    const told = services.told.length;
    await vote(services, voter, { pollId: id, optionId: yes });
    expect(services.told.slice(told)).toEqual([]);
    expect(services.told.some((one) => one.meetingId === meeting.id && one.topic === 'polls')).toBe(true);
  });

  test('not for what another poll offers, and not in a poll of another meeting', async () => {
    const room = await pollRoom(services);
    const other = await pollRoom(services);
    const mine = await room.ask();
    const theirs = await other.ask();
    const voter = await room.voterOf(room.writer);
    expect(await vote(services, voter, { pollId: mine.id, optionId: theirs.yes })).toEqual({ ok: false, reason: 'option-unknown' });
    expect(await vote(services, voter, { pollId: theirs.id, optionId: theirs.yes })).toEqual({ ok: false, reason: 'poll-unknown' });
    expect(await vote(services, voter, { pollId: crypto.randomUUID(), optionId: mine.yes })).toEqual({ ok: false, reason: 'poll-unknown' });
    expect([await room.counts(), await other.counts()]).toEqual([[[0, 0]], [[0, 0]]]);
  });

  test('and what is closed was counted: a vote at the moment of the closing is either in the result or refused', async () => {
    const { meeting, ask, organiser, writer, reader, chair, voterOf, leaderOf } = await pollRoom(services);
    const voters = await Promise.all([organiser, writer, reader, chair].map(voterOf));
    const leader = await leaderOf(organiser);
    for (let round = 0; round < 8; round += 1) {
      const { id, yes } = await ask();
      const [, ...answers] = await Promise.all([
        closePoll(services, leader, id),
        ...voters.map((voter) => vote(services, voter, { pollId: id, optionId: yes })),
      ]);
      const poll = (await readLivePolls(services, meeting.id)).polls.find((one) => one.id === id);
      expect(poll && votesOf(poll)).toBe(answers.filter(({ ok }) => ok).length);
    }
  });

  test('no name stands in what the pages are told', async () => {
    const { meeting, ask, writer, voterOf } = await pollRoom(services);
    const { id, yes } = await ask();
    await vote(services, await voterOf(writer), { pollId: id, optionId: yes });
    const told = JSON.stringify(await readLivePolls(services, meeting.id));
    expect(told).not.toContain(writer.id);
    expect(told).not.toContain('Diop');
    const audit = await services.db.selectFrom('auditEntries').select('action').where('personId', '=', writer.id).execute();
    expect(audit).toEqual([]);
  });
});

describe('closed polls', () => {
  test('stay readable, the latest first, after the open one, and twenty at most', async () => {
    const { meeting, ask, organiser, leaderOf } = await pollRoom(services);
    const leader = await leaderOf(organiser);
    for (let count = 0; count < 22; count += 1) {
      services.clock.advance({ minutes: 1 });
      const { id } = await ask({ question: `Question ${count}`, options: ['Oui', 'Non'] });
      await closePoll(services, leader, id);
      expect(await closePoll(services, leader, id)).toEqual({ ok: true });
    }
    await ask({ question: 'Ouverte', options: ['Oui', 'Non'] });
    const { polls } = await readLivePolls(services, meeting.id);
    expect(polls.slice(0, 3).map(({ question }) => question)).toEqual(['Ouverte', 'Question 21', 'Question 20']);
    expect(polls).toHaveLength(21);
    const closings = await services.db
      .selectFrom('auditEntries')
      .select('action')
      .where('subjectId', '=', meeting.id)
      .where('action', '=', 'live_polls.close')
      .execute();
    expect(closings).toHaveLength(22);
  });

  test('an unknown poll is not closed', async () => {
    const { organiser, leaderOf } = await pollRoom(services);
    expect(await closePoll(services, await leaderOf(organiser), crypto.randomUUID())).toEqual({ ok: false, reason: 'poll-unknown' });
  });
});
