import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#db/transaction.ts';
import { type StartedJobs, startJobs } from '#server/jobs-start.ts';
import { createLogger } from '#server/logger.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { useImapServer } from './imap-server.ts';

const database = useDatabase();
const fixed = useServices(database);
const imap = useImapServer();
let nodes: StartedJobs[] = [];

beforeAll(async () => {
  const log = createLogger('error', () => {});
  nodes = await Promise.all([1, 2].map(() => startJobs(database.address, { log })));
  const env = { ...fixed.env, inbox: { ...fixed.env.inbox, imapUrl: imap.url } };
  for (const jobs of nodes) await jobs.work({ ...fixed, env, jobs });
});
afterAll(() => Promise.all(nodes.map((jobs) => jobs.stop())));

test('the mailbox is asked for every minute, by one of several nodes at a time', async () => {
  const { rows } = await database.pool.query("select cron from pgboss.schedule where name = 'read-mailbox'");
  expect(rows).toEqual([{ cron: '* * * * *' }]);
  imap.deliver(Buffer.from('From: <p@quito.example>\r\nSubject: Question\r\n\r\nOui ?'));
  // asked for by several at once: one is queued
  for (const jobs of nodes) await inTransaction(database.db, (trx) => jobs.enqueue(trx, 'read-mailbox', {}));
  const queued = await database.pool.query("select count(*)::int as jobs from pgboss.job where name = 'read-mailbox'");
  expect(queued.rows).toEqual([{ jobs: 1 }]);
  await expect.poll(() => imap.folder('Tertulia/Unread-by-us').length, { timeout: 30_000 }).toBe(1);
});
