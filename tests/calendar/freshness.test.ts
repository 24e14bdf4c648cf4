import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, openPool } from '#db/client.ts';
import { inTransaction } from '#db/transaction.ts';
import { FeedMemory, FRESH_MS } from '#server/calendar/feed-memory.ts';
import type { Feed } from '#server/calendar/read-feed.ts';
import { editMeeting } from '#server/meetings/edit-meeting.ts';
import { aMeeting, aPlan, rowOf } from '#tests/meetings/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { type TestServices, useServices } from '#tests/support/services.ts';
import { useFeedServer } from './feed-server.ts';

const database = useDatabase();
const services = useServices(database);
/** A second process on the same database: connections, and a count of commits, of its own. */
const other = {} as TestServices;
beforeAll(() => {
  const pool = openPool(database.address, 4);
  Object.assign(other, services, { db: openDatabase(pool) });
});
afterAll(() => other.db.destroy());

const here = useFeedServer(() => services, { freshMs: FRESH_MS });
const there = useFeedServer(() => other, { freshMs: FRESH_MS });

test('what a node hides is gone from its feeds with the answer to who hid it, and within a second from those of the others', async () => {
  const scene = await aMeeting(services, { title: 'Bientôt secrète' });
  expect((await here('/feeds/all.ics')).text).toContain('Bientôt secrète');
  expect((await there('/feeds/all.ics')).text).toContain('Bientôt secrète');
  const { revision } = await rowOf(services, scene.id);
  const viewer = scene.viewers.ines;
  const plan = aPlan({ title: 'Bientôt secrète', visibility: 'members' });
  await editMeeting(services, { viewer, scope: await scene.open(viewer), revision, plan, announce: false });
  expect((await here('/feeds/all.ics')).text).not.toContain('Bientôt secrète');
  // how long exactly is promised below, by a clock of ours: this machine may be busy
  await expect.poll(async () => (await there('/feeds/all.ics')).text, { timeout: 5000, interval: 20 }).not.toContain('Bientôt secrète');
});

test('within the second, a thousand calendars cost the database nothing', async () => {
  let queries = 0;
  const memory = new FeedMemory(services);
  const read = async (): Promise<Feed> => {
    queries += 1;
    return feedOf('1');
  };
  await Promise.all(Array.from({ length: 1000 }, () => memory.find('all', read)));
  expect(queries).toBe(1);
});

/** A feed without entries. */
const feedOf = (revision: string): Feed => ({
  ...{ key: 'all', revision, name: '', description: '', language: 'fr', timeZone: 'UTC' },
  ...{ write: async () => '', events: async () => [] },
});

/** A memory with a clock of ours, and a count of how often it asked. */
function memoryAt(database_ = database.db) {
  let ticks = 0;
  let asked = 0;
  const memory = new FeedMemory({ db: database_, clock: services.clock }, { ticks: () => ticks });
  return {
    ask: (name = 'all') => memory.find(name, async () => feedOf(String(++asked))),
    wait: (ms: number) => {
      ticks += ms;
    },
    asked: () => asked,
  };
}

/** A change past this process, as another node makes it. */
const writeElsewhere = () => sql`insert into rate_limits (key, window_start) values (${crypto.randomUUID()}, now())`.execute(database.db);

test('what was found is believed for a second, from before the question, and no longer', async () => {
  const memory = memoryAt();
  await memory.ask();
  await writeElsewhere();
  memory.wait(FRESH_MS - 1);
  await memory.ask();
  expect(memory.asked()).toBe(1);
  memory.wait(1);
  await memory.ask();
  expect(memory.asked()).toBe(2);
});

test('as long as nobody writes anything, nothing is read again', async () => {
  const memory = memoryAt();
  await memory.ask();
  for (let second = 0; second < 10; second += 1) {
    memory.wait(FRESH_MS);
    await memory.ask();
  }
  expect(memory.asked()).toBe(1);
  await writeElsewhere();
  memory.wait(FRESH_MS);
  await memory.ask();
  expect(memory.asked()).toBe(2);
});

test('a change that another transaction made, and commits only after the question, is seen by the next', async () => {
  const memory = memoryAt();
  const client = await database.pool.connect();
  await client.query('begin');
  await client.query("insert into rate_limits (key, window_start) values ('slow', now())");
  await memory.ask();
  memory.wait(FRESH_MS);
  await memory.ask();
  expect(memory.asked()).toBe(1);
  await client.query('commit');
  client.release();
  memory.wait(FRESH_MS);
  await memory.ask();
  expect(memory.asked()).toBe(2);
});

test('a transaction of this process ends the belief, whether it was committed or failed', async () => {
  const memory = memoryAt();
  await memory.ask();
  await inTransaction(database.db, (trx) => trx.insertInto('rateLimits').values({ key: 'here', windowStart: '2022-06-01' }).execute());
  await memory.ask();
  expect(memory.asked()).toBe(2);
  await writeElsewhere();
  await inTransaction(database.db, () => Promise.reject(new Error('no'))).catch(() => {});
  await memory.ask();
  expect(memory.asked()).toBe(3);
});

test('a day that begins ends it too: what was cancelled yesterday leaves', async () => {
  const memory = memoryAt();
  services.clock.set('2022-06-01T23:59:59.900Z');
  await memory.ask();
  services.clock.set('2022-06-02T00:00:00Z');
  await memory.ask();
  expect(memory.asked()).toBe(2);
});

test('neither a fault nor an unknown name is remembered', async () => {
  const memory = new FeedMemory(services);
  await expect(memory.find('x', () => Promise.reject(new Error('the database is away')))).rejects.toThrow('away');
  expect(await memory.find('x', async () => null)).toBeNull();
  const feed = feedOf('1');
  expect(await memory.find('x', async () => feed)).toBe(feed);
});
