import { beforeEach, describe, expect, test } from 'vitest';
import { morningFor } from '#app/model/reminders.ts';
import { remindOwners } from '#server/follow-ups/remind-owners.ts';
import { runClock } from '#server/reminders/run-clock.ts';
import type { Services } from '#server/services.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMeeting, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { forgetClock } from './scene.ts';

const database = useDatabase();
const fixed = useServices(database);

/** Jobs as they were queued: their queue, and the instant before which they wait. */
let queued: [queue: string, after: string | undefined][] = [];
const jobs: Services['jobs'] = {
  enqueue: async (_trx, queue) => void queued.push([queue, undefined]),
  enqueueAll: async (_trx, queue, all) => void queued.push(...all.map(({ after }): [string, string | undefined] => [queue, after])),
  stop: async () => {},
};

beforeEach(async () => {
  queued = [];
  await forgetClock(database);
});

const AT = '2022-06-21T08:00:00Z';

async function clockRuns(...instants: string[]): Promise<void> {
  for (const instant of instants) {
    fixed.clock.set(instant);
    await runClock({ ...fixed, jobs });
  }
}

describe('the morning, half past seven in Paris', () => {
  test('comes once a day, across a change of clocks', async () => {
    await clockRuns('2022-03-26T06:25:00Z', '2022-03-26T06:30:00Z', '2022-03-26T06:35:00Z');
    expect(queued).toHaveLength(1);
    await clockRuns('2022-03-27T05:25:00Z', '2022-03-27T05:30:00Z', '2022-03-27T05:35:00Z');
    expect(queued).toEqual([
      ['reminders', undefined],
      ['reminders', undefined],
    ]);
  });

  test('is made up for, once, by a server that was away for days', async () => {
    await clockRuns('2022-06-01T08:00:00Z', '2022-06-04T19:00:00Z', '2022-06-04T19:05:00Z');
    expect(queued).toEqual([['reminders', undefined]]);
  });

  test('does not come when the server starts for the first time', async () => {
    await clockRuns('2022-06-01T08:00:00Z');
    expect(queued).toEqual([]);
  });
});

describe('what is due', () => {
  test('is not told in the reader’s night', () => {
    const told = (zone: string) => morningFor(Temporal.Instant.from('2022-06-01T05:30:00Z'), zone)?.toString() ?? 'now';
    expect(['Europe/Paris', 'America/Bogota', 'America/Martinique', 'Pacific/Noumea'].map(told)).toEqual([
      'now',
      '2022-06-01T12:30:00Z',
      '2022-06-01T11:30:00Z',
      'now',
    ]);
  });

  test('waits for the morning of an owner in Bogotá, and leaves at once for one in Paris', async () => {
    fixed.clock.set('2022-06-30T05:30:00Z');
    const group = await makeGroup(database.db);
    const meeting = await makeMeeting(database.db, { groupId: group.id });
    for (const [index, timeZone] of ['Europe/Paris', 'America/Bogota'].entries()) {
      const owner = await makePerson(database.db, { timeZone });
      const action = { kind: 'action' as const, blockId: `b${index}`, number: `${index + 1}`, body: 'Écrire à Morón', dueOn: '2022-07-01' };
      const known = { ownerId: owner.id, notifiedAt: AT, createdAt: AT, updatedAt: AT };
      await database.db
        .insertInto('followUps')
        .values({ ...action, ...known, meetingId: meeting.id, groupId: group.id })
        .execute();
    }
    await remindOwners({ ...fixed, jobs });
    expect(queued.toSorted()).toEqual([
      ['send-mail', undefined],
      ['send-mail', '2022-06-30T12:30:00Z'],
    ]);
  });
});
