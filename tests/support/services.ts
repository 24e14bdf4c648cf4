import { afterAll, beforeAll } from 'vitest';
import { createLogger } from '#server/logger.ts';
import { openMailer } from '#server/outbox/mailer.ts';
import type { Clock, Services } from '#server/services.ts';
import type { TestDatabase } from './database.ts';
import { type Mailbox, startMailbox } from './mailbox.ts';

export interface TestClock extends Clock {
  set(instant: string): void;
  advance(by: Temporal.DurationLike): void;
}

export interface TestServices extends Services {
  clock: TestClock;
  /** What really arrived by SMTP; see `Mailbox.next`. */
  mailbox: Mailbox;
  /** Meetings whose open pages were told of a change, and rights that were said to have changed, in order. */
  told: { meetingId: string; topic: string }[];
  accessChanges: ({ personId: string } | { meetingId: string })[];
}

/**
 * The services of a test file, on its own database. Jobs are kept in the outbox until `mailbox.next(to)` sends what is
 * queued, through a real SMTP server on this machine: tests wait for nothing. The real queue is tested in tests/platform.
 */
export function useServices(database: TestDatabase): TestServices {
  const services = {} as TestServices;
  beforeAll(async () => {
    Object.assign(services, await testServices(database));
  });
  afterAll(() => services.mailbox.stop());
  return services;
}

/** The same for a test that wants its own; stop `mailbox` in the end. */
export async function testServices({ db }: Pick<TestDatabase, 'db'>): Promise<TestServices> {
  const told: TestServices['told'] = [];
  const accessChanges: TestServices['accessChanges'] = [];
  const live: Services['live'] = {
    changed: (meetingId, topic) => void told.push({ meetingId, topic }),
    accessChanged: (of) => void accessChanges.push(of),
  };
  const jobs: Services['jobs'] = { enqueue: async () => {}, enqueueAll: async () => {}, stop: async () => {} };
  const log = createLogger('error');
  const clock = testClock();
  const mailbox = await startMailbox(() => services);
  const services: TestServices = { db, env, clock, jobs, live, log, told, accessChanges, mailbox, mailer: openMailer(mailbox.url) };
  return services;
}

const env: Services['env'] = {
  ...{ port: 3000, host: '127.0.0.1', appUrl: 'https://tertulia.example', dataDir: './data', mailFrom: 'reunions@tertulia.example' },
  ...{
    databaseUrl: undefined,
    smtpUrl: undefined,
    sessionSecret: 'a secret of the tests, 32 or more',
    logLevel: 'error',
    demo: false,
    dkim: undefined,
    inbox: { imapUrl: undefined, inboundSecret: undefined, authservId: 'mx.tertulia.example' },
    mailPace: { inAll: null, perDomain: null },
  },
  embedOrigins: ['*'],
};

/** Stands still at 1 June 2022, 10 in the morning in Paris, until a test moves it. */
function testClock(): TestClock {
  let now = Temporal.Instant.from('2022-06-01T08:00:00Z');
  return {
    now: () => now,
    set(instant) {
      now = Temporal.Instant.from(instant);
    },
    advance(by) {
      now = now.toZonedDateTimeISO('UTC').add(by).toInstant();
    },
  };
}
