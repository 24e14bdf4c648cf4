import { expect, test } from 'vitest';
import { readFacilitation } from '#server/facilitation/read-facilitation.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMeeting } from '#tests/support/factories.ts';

const database = useDatabase();
const clock = { now: () => Temporal.Instant.from('2022-06-20T14:30:00Z') };

test('a meeting that was never opened is at no point, and nobody asks for the floor', async () => {
  const meeting = await makeMeeting(database.db, { groupId: (await makeGroup(database.db)).id });
  expect(await readFacilitation({ db: database.db, clock }, meeting.id)).toEqual({
    ...{ now: '2022-06-20T14:30:00Z', startedAt: null, closedAt: null, current: null },
    ...{ points: [], locked: [], floor: [] },
  });
});
