import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#db/transaction.ts';
import { requestSignIn } from '#server/accounts/request-sign-in.ts';
import { type StartedJobs, startJobs } from '#server/jobs-start.ts';
import { createLogger } from '#server/logger.ts';
import { type AnyMailToQueue, queueMails } from '#server/outbox/queue-mail.ts';
import { type Services, systemClock } from '#server/services.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMeeting, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

// The real queue, with its workers, on the clock of the machine.
const database = useDatabase();
const fixed = useServices(database);
let jobs: StartedJobs;
let services: Services;

beforeAll(async () => {
  jobs = await startJobs(database.address, { log: createLogger('error', () => {}) });
  const env = { ...fixed.env, mailPace: { inAll: 300, perDomain: 100 } };
  services = { ...fixed, jobs, env, clock: systemClock };
});
afterAll(() => jobs.stop());

const COUNT = 5000;

const settled = async (template: string) => {
  const rows = await database.db
    .selectFrom('outboxMails')
    .select('state')
    .where('template', '=', template)
    .where('state', '<>', 'queued')
    .execute();
  return rows.length;
};

test('a sign-in that is asked for behind 5,000 invitations leaves while nearly all of them wait for their turn', async () => {
  const person = await makePerson(database.db);
  const meeting = await makeMeeting(database.db, { groupId: (await makeGroup(database.db)).id });
  const mails = Array.from({ length: COUNT }, (_, index): AnyMailToQueue => {
    const payload = { meetingId: meeting.id, number: 1, by: person.id, message: '' };
    const to = { address: `invite-${index}@nanterre.example`, name: '' };
    return { template: 'minutes-published', payload, personId: null, to, language: 'fr', dedupeKey: `fair:${index}` };
  });
  expect(await inTransaction(services.db, (trx) => queueMails(trx, services, mails))).toBe(COUNT);
  await jobs.work(services);
  await expect.poll(() => settled('minutes-published'), { timeout: 30_000 }).toBeGreaterThan(5);
  await requestSignIn(services, { email: person.email, to: null, ip: person.email, language: 'fr' });
  await expect.poll(() => settled('sign-in'), { timeout: 10_000 }).toBe(1);
  expect(await settled('minutes-published')).toBeLessThan(COUNT / 10);
});
