import { describe, expect, test } from 'vitest';
import { appendLog, isMeetingGone, readLog, readLogBeside, writeSnapshot } from '#db/notes/log.ts';
import { nextLogId } from '#server/notes/log-ids.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMeeting } from '#tests/support/factories.ts';

const database = useDatabase();
const newMeeting = async () => (await makeMeeting(database.db, { groupId: (await makeGroup(database.db)).id })).id;
const row = (meetingId: string, text: string, id = nextLogId()) => ({
  id,
  meetingId,
  body: Buffer.from(text),
  clients: [{ clientId: 7, author: 1 }],
});
const idsOf = async (meetingId: string) => (await readLog(database.db, meetingId)).rows.map(({ id }) => id);

describe('the log of the notes', () => {
  test('ids rise, whatever the clock does, and stay exact numbers', () => {
    const ids = Array.from({ length: 10_000 }, nextLogId);
    expect(ids.every((id, k) => Number.isSafeInteger(id) && id > (ids[k - 1] ?? 0))).toBe(true);
  });

  test('the same row again is one row: a commit whose answer was lost is tried again', async () => {
    const meetingId = await newMeeting();
    const [one, two] = [row(meetingId, 'un'), row(meetingId, 'deux')];
    expect(await appendLog(database.db, [one])).toEqual([]);
    expect(await appendLog(database.db, [one, two])).toEqual([]);
    expect(await idsOf(meetingId)).toEqual([one.id, two.id]);
  });

  test('an id that another process gave to another row is told, and neither row is lost', async () => {
    const meetingId = await newMeeting();
    const theirs = row(meetingId, 'la leur');
    await appendLog(database.db, [theirs]);
    const [ours, next] = [row(meetingId, 'la nôtre', theirs.id), row(meetingId, 'la suivante')];
    expect(await appendLog(database.db, [ours, next])).toEqual([theirs.id]);
    const { rows } = await readLog(database.db, meetingId);
    expect(rows.map(({ body }) => Buffer.from(body).toString())).toEqual(['la leur', 'la suivante']);
  });

  test('of a meeting that was deleted takes nothing', async () => {
    const meetingId = await newMeeting();
    await database.db.deleteFrom('meetings').where('id', '=', meetingId).execute();
    const refused = await appendLog(database.db, [row(meetingId, 'x')]).catch((error: unknown) => error);
    expect(isMeetingGone(refused)).toBe(true);
  });

  test('a snapshot takes the place of the rows inside it, and of no other, even with a lower id', async () => {
    const meetingId = await newMeeting();
    // given an id first, committed last
    const late = row(meetingId, 'en retard');
    const early = row(meetingId, 'à l’heure');
    await appendLog(database.db, [early]);
    const snapshot = { from: null, upto: early.id, body: Buffer.from('tout'), stateVector: Buffer.from('v'), covers: [early.id] };
    await appendLog(database.db, [late]);
    expect(await writeSnapshot(database.db, meetingId, snapshot)).toBe(true);
    expect(await readLog(database.db, meetingId)).toMatchObject({ snapshot: { upto: early.id }, rows: [{ id: late.id }] });
    const beside = (upto: number | null) => readLogBeside(database.db, meetingId, { rows: [late.id], upto });
    expect(await beside(early.id)).toEqual({ rows: [], moved: false });
    expect(await beside(null)).toEqual({ rows: [], moved: true });
  });

  test('a snapshot made from an older one than is stored changes nothing', async () => {
    const meetingId = await newMeeting();
    const one = row(meetingId, 'un');
    await appendLog(database.db, [one]);
    const snapshot = (from: number | null, upto: number) => ({
      from,
      upto,
      body: Buffer.from(`${upto}`),
      stateVector: Buffer.from('v'),
      covers: [one.id],
    });
    expect(await writeSnapshot(database.db, meetingId, { ...snapshot(null, 5), covers: [] })).toBe(true);
    expect(await writeSnapshot(database.db, meetingId, snapshot(null, 9))).toBe(false);
    expect(await writeSnapshot(database.db, meetingId, snapshot(4, 9))).toBe(false);
    expect(await idsOf(meetingId)).toEqual([one.id]);
    expect(await writeSnapshot(database.db, meetingId, snapshot(5, 9))).toBe(true);
    expect(await idsOf(meetingId)).toEqual([]);
  });
});
