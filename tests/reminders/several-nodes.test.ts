import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#db/transaction.ts';
import { type StartedJobs, startJobs } from '#server/jobs-start.ts';
import { createLogger } from '#server/logger.ts';
import { runClock } from '#server/reminders/run-clock.ts';
import type { Services } from '#server/services.ts';
import { choose } from '#tests/mail-preferences/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { invitee, meetingAt } from './scene.ts';

const database = useDatabase();
const fixed = useServices(database);
const nodes: { jobs: StartedJobs; services: Services }[] = [];

/** Two workers on one database, which share a clock that the tests set. */
beforeAll(async () => {
  for (let node = 0; node < 2; node += 1) {
    const jobs = await startJobs(database.address, { log: createLogger('error', () => {}) });
    nodes.push({ jobs, services: { ...fixed, jobs } });
  }
  await Promise.all(nodes.map(({ jobs, services }) => jobs.work(services)));
});
afterAll(() => Promise.all(nodes.map(({ jobs }) => jobs.stop())));

const sent = () => database.db.selectFrom('outboxMails').select(['toAddress']).where('state', '=', 'sent').execute();
const upTo = async () => (await database.db.selectFrom('reminderClock').select('upTo').executeTakeFirst())?.upTo;

/** Both nodes are told to run the clock, as the schedule does; done when one of them has. */
async function tick(now: string): Promise<void> {
  fixed.clock.set(now);
  for (const { jobs } of nodes) await inTransaction(database.db, (trx) => jobs.enqueue(trx, 'reminder-clock', {}));
  await expect.poll(upTo, { timeout: 20_000 }).toBe(now);
}

test('each person gets each reminder once from two workers, and the morning comes once', async () => {
  const meeting = await meetingAt(database, '2022-06-20T16:30/2022-06-20T18:00');
  const people = await Promise.all(Array.from({ length: 40 }, () => invitee(database, meeting)));
  for (const { email } of people.slice(0, 5)) await choose(fixed, email, { leads: ['day', 'hour'] });
  for (const now of ['2022-06-19T14:55:00Z', '2022-06-19T15:00:00Z', '2022-06-20T05:35:00Z', '2022-06-20T13:30:00Z']) await tick(now);
  await expect.poll(async () => (await sent()).length, { timeout: 20_000 }).toBe(45);
  const mails = Map.groupBy(await sent(), ({ toAddress }) => toAddress);
  expect(people.map(({ email }) => mails.get(email)?.length)).toEqual([...Array(5).fill(2), ...Array(35).fill(1)]);
  const morning = await database.pool.query("select state from pgboss.job where name = 'reminders'");
  expect(morning.rows).toHaveLength(1);
});

test('ten runs at the same moment, half of them cut off in the middle, send each reminder once', async () => {
  const meeting = await meetingAt(database, '2022-07-20T16:30/2022-07-20T18:00');
  const people = await Promise.all(
    Array.from({ length: 30 }, (_, index) => invitee(database, meeting, { person: { timeZone: ZONES[index % 3] } })),
  );
  await tick('2022-07-19T10:00:00Z');
  fixed.clock.set('2022-07-19T23:00:00Z');
  const cut = { enqueueAll: () => Promise.reject(new Error('cut off')) };
  const runs = Array.from({ length: 10 }, (_, index) => {
    const { jobs } = nodes[index % 2] ?? { jobs: fixed.jobs };
    return runClock({ ...fixed, jobs: index < 5 ? { ...jobs, ...cut } : jobs });
  });
  await Promise.allSettled(runs);
  const reminded = await database.db.selectFrom('reminders').select('attendanceId').where('lead', '=', 'day').execute();
  const ids = new Set(people.map(({ attendanceId }) => attendanceId));
  expect(reminded.filter(({ attendanceId }) => ids.has(attendanceId))).toHaveLength(30);
  const addresses = people.map(({ email }) => email);
  const queued = await database.db.selectFrom('outboxMails').select('toAddress').where('toAddress', 'in', addresses).execute();
  expect(queued.map(({ toAddress }) => toAddress).sort()).toEqual(addresses.sort());
});

const ZONES = ['Europe/Paris', 'America/Cayenne', 'America/Bogota'] as const;
