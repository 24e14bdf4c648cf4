import type { Database } from '#db/client.ts';
import type { Env } from './env.ts';
import type { Jobs } from './jobs.ts';
import type { Logger } from './logger.ts';
import type { Mailer } from './outbox/mailer.ts';
import type { LiveRooms } from './realtime/live-rooms.ts';

/** What loaders, actions, sockets and jobs work with. Built once in index.ts and handed down; nothing else is global. */
export interface Services {
  db: Database;
  env: Env;
  clock: Clock;
  log: Logger;
  jobs: Jobs;
  /** Gives a mail to the mail server; use cases call queueMail instead. */
  mailer: Mailer;
  /** Tells the open pages of a meeting that something changed. */
  live: LiveRooms;
}

export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };
