import { afterEach, describe, expect, test, vi } from 'vitest';
import type { LiveState } from '#app/model/notes-protocol.ts';
import { readFacilitation } from '#server/facilitation/read-facilitation.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { type OpenPage, until, useSockets } from '#tests/support/sockets.ts';
import { meetingWithNotes, pageOf } from './meeting-with-notes.ts';

vi.mock('#server/facilitation/read-facilitation.ts', { spy: true });

const database = useDatabase();
const services = useServices(database);
const server = useSockets(services);

const open: OpenPage[] = [];
const statesOf = (page: OpenPage) => {
  open.push(page);
  const states: LiveState[] = [];
  page.socket.on('live:state', (state) => void states.push(state));
  return states;
};
const arrive = async (meetingId: string, personId: string) => {
  const page = await pageOf(services, server, meetingId, personId);
  const states = statesOf(page);
  await page.open();
  return { page, states };
};
afterEach(() => {
  for (const page of open.splice(0)) page.close();
  vi.restoreAllMocks();
});

describe('the state of a running meeting', () => {
  test('is told to whoever opens its notes, and at each change to everybody who has them open', async () => {
    const { meeting, writer, organiser, first } = await meetingWithNotes(services);
    const awa = await arrive(meeting.id, writer.id);
    await until('both states arrive', () => awa.states.length === 2);
    expect(awa.states.map(({ topic }) => topic).sort()).toEqual(['facilitation', 'polls']);
    const claire = await arrive(meeting.id, organiser.id);
    await until('the second is told as well', () => claire.states.length === 2);
    await services.db
      .insertInto('meetingRuns')
      .values({ meetingId: meeting.id, agendaItemId: first, startedAt: services.clock.now().toString() })
      .execute();
    services.live.changed(meeting.id, 'facilitation');
    const isAt = ({ states }: typeof awa) =>
      states.some((state) => state.topic === 'facilitation' && state.state.current?.agendaItemId === first);
    await until('both see the point', () => isAt(awa) && isAt(claire));
  });

  test('is read at most four times a second, however often it changes, and told once more after the last change', async () => {
    const { meeting, writer } = await meetingWithNotes(services);
    const awa = await arrive(meeting.id, writer.id);
    await until('both states arrive', () => awa.states.length === 2);
    const began = performance.now();
    for (let k = 0; k < 100; k += 1) services.live.changed(meeting.id, 'polls');
    await until('it is told', () => awa.states.length >= 3);
    const pollId = crypto.randomUUID();
    const openedAt = services.clock.now().toString();
    await services.db.insertInto('livePolls').values({ id: pollId, meetingId: meeting.id, question: 'Oui ?', openedAt }).execute();
    for (let k = 0; k < 100; k += 1) services.live.changed(meeting.id, 'polls');
    await until('the last is told', () => {
      const last = awa.states.at(-1);
      return last?.topic === 'polls' && last.state.polls.some(({ id }) => id === pollId);
    });
    const quarters = Math.ceil((performance.now() - began) / 250);
    expect(awa.states.length - 2).toBeLessThanOrEqual(quarters + 1);
  });

  test('is not told to whoever only watches the meeting, nor after they left its notes', async () => {
    const { meeting, writer, organiser } = await meetingWithNotes(services);
    const watcher = await pageOf(services, server, meeting.id, organiser.id);
    const told = statesOf(watcher);
    await watcher.socket.timeout(5000).emitWithAck('live:watch', { meetingId: meeting.id });
    const awa = await arrive(meeting.id, writer.id);
    await until('both states arrive', () => awa.states.length === 2);
    awa.page.socket.emit('notes:leave');
    const stays = await arrive(meeting.id, organiser.id);
    await until('the one who stays has them', () => stays.states.length === 2);
    const before = awa.states.length;
    services.live.changed(meeting.id, 'polls');
    await until('the one who stays is told', () => stays.states.length > 2);
    expect(awa.states.length).toBe(before);
    expect(told).toEqual([]);
  });

  test('is not told to whoever was put out of the notes while it was read for them', async () => {
    const { meeting, writer, organiser } = await meetingWithNotes(services);
    const stays = await arrive(meeting.id, organiser.id);
    await until('the one who stays has them', () => stays.states.length === 2);
    const asked = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<void>();
    vi.mocked(readFacilitation).mockImplementationOnce(async (...of) => {
      asked.resolve();
      await answer.promise;
      return readFacilitation(...of);
    });
    const awa = await arrive(meeting.id, writer.id);
    await asked.promise;
    await services.db.deleteFrom('attendances').where('personId', '=', writer.id).execute();
    services.live.accessChanged({ meetingId: meeting.id });
    await until('she is put out', () => awa.page.closed === 'not-allowed');
    answer.resolve();
    services.live.changed(meeting.id, 'facilitation');
    await until('the one who stays is told', () => stays.states.length > 2);
    expect(awa.states.filter(({ topic }) => topic === 'facilitation')).toEqual([]);
  });
});
