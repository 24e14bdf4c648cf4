import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StartedJobs, startJobs } from '#server/jobs-start.ts';
import { createLogger } from '#server/logger.ts';
import { queueMail } from '#server/outbox/queue-mail.ts';
import type { Services } from '#server/services.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const fixed = useServices(database);
let jobs: StartedJobs;
let services: Services;

beforeAll(async () => {
  jobs = await startJobs(database.address, { log: createLogger('error', () => {}) });
  services = { ...fixed, jobs };
  await jobs.work(services);
});
afterAll(() => jobs.stop());

async function queueFor(email: string, fail = false): Promise<void> {
  await database.db.transaction().execute(async (trx) => {
    await queueMail(trx, services, {
      ...{ template: 'sign-in' as const, payload: { to: '/' }, personId: null, language: 'fr' as const },
      ...{ to: { address: email, name: '' }, dedupeKey: email },
    });
    if (fail) throw new Error('the use case failed');
  });
}

const stateOf = async (email: string) =>
  (await database.db.selectFrom('outboxMails').select('state').where('toAddress', '=', email).executeTakeFirst())?.state;

test('a mail leaves by itself within a second or two of the commit', async () => {
  const { email } = await makePerson(database.db);
  await queueFor(email);
  await expect.poll(() => stateOf(email), { timeout: 15_000 }).toBe('sent');
});

test('two hundred invitations at once all leave, each once', async () => {
  const people = await Promise.all(Array.from({ length: 200 }, () => makePerson(database.db)));
  for (const { email } of people) await queueFor(email);
  const sent = () => database.db.selectFrom('outboxMails').select('id').where('state', '=', 'sent').where('attempts', '=', 1).execute();
  await expect.poll(async () => (await sent()).length, { timeout: 15_000 }).toBe(201);
});

test('what was queued in a transaction that failed is never run', async () => {
  const { email } = await makePerson(database.db);
  await expect(queueFor(email, true)).rejects.toThrow('the use case failed');
  expect(await stateOf(email)).toBeUndefined();
});
