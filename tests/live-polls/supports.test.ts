import { describe, expect, test } from 'vitest';
import { readOwnVotes } from '#db/live-polls/read.ts';
import { readLivePolls } from '#server/live-polls/read-live-polls.ts';
import { supportProposal } from '#server/live-polls/vote.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { pollRoom } from './poll-room.ts';

const database = useDatabase();
const services = useServices(database);

async function roomWithProposal() {
  const room = await pollRoom(services);
  const { meeting, first: agendaItemId } = room;
  const record = { meetingId: meeting.id, agendaItemId, position: 0, body: 'Travailler en inter-pays', assignee: '' };
  await services.db
    .insertInto('noteRecords')
    .values([
      { ...record, blockId: 'p1', kind: 'proposal' },
      { ...record, blockId: 'd1', kind: 'decision', position: 1 },
    ])
    .execute();
  const supports = async () => (await readLivePolls(services, meeting.id)).supports;
  return { ...room, supports };
}

describe('a proposal is supported', () => {
  test('once a person, by readers too, until they take it back', async () => {
    const { reader, writer, voterOf, supports, scopeOf } = await roomWithProposal();
    const say = async (person: typeof reader, on: boolean) =>
      supportProposal(services, await voterOf(person), { blockId: 'p1', supports: on });
    expect(await Promise.all([say(reader, true), say(reader, true), say(writer, true)])).toEqual(Array(3).fill({ ok: true }));
    expect(await supports()).toEqual({ p1: 2 });
    expect((await readOwnVotes(services.db, await scopeOf(reader), reader.id)).supports).toEqual(['p1']);
    await say(reader, false);
    await say(reader, false);
    expect(await supports()).toEqual({ p1: 1 });
    const told = services.told.length;
    await say(writer, true);
    expect(services.told).toHaveLength(told);
  });

  test('only a proposal, of this meeting, while it is open', async () => {
    const room = await roomWithProposal();
    const other = await pollRoom(services);
    const voter = await room.voterOf(room.writer);
    expect(await supportProposal(services, voter, { blockId: 'd1', supports: true })).toEqual({ ok: false, reason: 'proposal-unknown' });
    expect(await supportProposal(services, voter, { blockId: 'zz', supports: true })).toEqual({ ok: false, reason: 'proposal-unknown' });
    const theirs = await supportProposal(services, await other.voterOf(other.writer), { blockId: 'p1', supports: true });
    expect(theirs).toEqual({ ok: false, reason: 'proposal-unknown' });
    await services.db.updateTable('meetings').set({ status: 'cancelled' }).where('id', '=', room.meeting.id).execute();
    expect(await supportProposal(services, voter, { blockId: 'p1', supports: true })).toEqual({ ok: false, reason: 'meeting-closed' });
    expect(await room.supports()).toEqual({});
  });
});
