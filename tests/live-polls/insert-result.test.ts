import { describe, expect, test } from 'vitest';
import type { NoteBlock } from '#app/model/notes.ts';
import { closePoll, insertResult } from '#server/live-polls/close-poll.ts';
import { readLivePolls } from '#server/live-polls/read-live-polls.ts';
import { vote } from '#server/live-polls/vote.ts';
import { readNotes } from '#server/notes/read-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { pollRoom } from './poll-room.ts';

const database = useDatabase();
const services = useServices(database);

type PollRoom = Awaited<ReturnType<typeof pollRoom>>;
const notesOf = async ({ organiser, first, scopeOf }: PollRoom) => {
  const sections = await readNotes(services, await scopeOf(organiser));
  return sections.find(({ agendaItemId }) => agendaItemId === first)?.blocks ?? [];
};
const textOf = (blocks: readonly NoteBlock[]): string[] =>
  blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [block.inline.map(({ text }) => text).join('')];
    return block.type === 'list' ? block.items.flatMap(textOf) : [];
  });

describe('the result of a poll', () => {
  test('is written at the end of the notes of its point when it is closed, once', async () => {
    const room = await pollRoom(services);
    const { meeting, organiser, chair, writer, reader, voterOf, leaderOf, ask } = room;
    const { id, yes, no } = await ask();
    await vote(services, await voterOf(writer), { pollId: id, optionId: yes });
    await vote(services, await voterOf(reader), { pollId: id, optionId: yes });
    await vote(services, await voterOf(chair), { pollId: id, optionId: no });
    const leaders = [await leaderOf(organiser), await leaderOf(chair), await leaderOf(organiser)];
    const answers = await Promise.all(leaders.map((leader) => insertResult(services, leader, { pollId: id, locale: 'fr' })));
    expect(answers).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    const blocks = await notesOf(room);
    expect(textOf(blocks)).toEqual(['Sondage\u00a0: Quel format ?\n3 votes', 'Par thème\u00a0: 2 votes', 'Par pays\u00a0: 1 vote']);
    expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'list']);
    const { polls } = await readLivePolls(services, meeting.id);
    expect(polls[0]).toMatchObject({ closedAt: expect.any(String), insertedAt: expect.any(String) });
    expect(services.told.slice(-3).map(({ topic }) => topic)).toContain('polls');
  });

  test('of a poll that was hidden may be inserted later', async () => {
    const room = await pollRoom(services);
    const { organiser, leaderOf, ask } = room;
    const leader = await leaderOf(organiser);
    const { id } = await ask();
    await closePoll(services, leader, id);
    expect(await notesOf(room)).toEqual([]);
    expect(await insertResult(services, leader, { pollId: id, locale: 'en' })).toEqual({ ok: true });
    expect(textOf(await notesOf(room))).toEqual(['Poll: Quel format ?\n0 votes', 'Par thème: 0 votes', 'Par pays: 0 votes']);
  });

  test('is not written where the point is locked or gone, and the vote then goes on', async () => {
    const room = await pollRoom(services);
    const { meeting, first, organiser, writer, voterOf, leaderOf, ask } = room;
    const leader = await leaderOf(organiser);
    const { id, yes } = await ask();
    await services.db.insertInto('noteLocks').values({ agendaItemId: first, lockedAt: '2022-06-20T15:00:00Z' }).execute();
    expect(await insertResult(services, leader, { pollId: id, locale: 'fr' })).toEqual({ ok: false, reason: 'section-locked' });
    expect((await readLivePolls(services, meeting.id)).polls[0]?.closedAt).toBeNull();
    await services.db.deleteFrom('agendaItems').where('id', '=', first).execute();
    expect(await insertResult(services, leader, { pollId: id, locale: 'fr' })).toEqual({ ok: false, reason: 'point-unknown' });
    expect(await vote(services, await voterOf(writer), { pollId: id, optionId: yes })).toEqual({ ok: true });
    expect(await closePoll(services, leader, id)).toEqual({ ok: true });
  });

  test('of a closed meeting is for its organisers to insert', async () => {
    const room = await pollRoom(services);
    const { meeting, organiser, chair, leaderOf, ask } = room;
    const { id } = await ask();
    await services.db
      .insertInto('meetingRuns')
      .values({ meetingId: meeting.id, startedAt: '2022-06-20T14:30:00Z', closedAt: '2022-06-20T16:00:00Z' })
      .execute();
    const chairs = await insertResult(services, await leaderOf(chair), { pollId: id, locale: 'fr' });
    expect(chairs).toEqual({ ok: false, reason: 'meeting-closed' });
    expect(await insertResult(services, await leaderOf(organiser), { pollId: id, locale: 'fr' })).toEqual({ ok: true });
    expect(textOf(await notesOf(room))).toHaveLength(3);
  });

  test('of another meeting’s poll is none', async () => {
    const [room, other] = [await pollRoom(services), await pollRoom(services)];
    const { id } = await other.ask();
    const answer = await insertResult(services, await room.leaderOf(room.organiser), { pollId: id, locale: 'fr' });
    expect(answer).toEqual({ ok: false, reason: 'poll-unknown' });
  });
});
