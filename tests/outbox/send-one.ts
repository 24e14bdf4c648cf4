import { openDatabase, openPool } from '#db/client.ts';
import { createLogger } from '#server/logger.ts';
import { openMailer } from '#server/outbox/mailer.ts';
import { sendMail } from '#server/outbox/send-mail.ts';
import type { Services } from '#server/services.ts';

export interface SendOne {
  address: { host: string; user: string; database: string };
  env: Services['env'];
  now: string;
  smtpUrl: string;
  mailId: string;
  /** Where the process ends at once, as when the machine loses its power. */
  diesAt: 'before sending' | 'after sending';
}

/** Sends one mail of a test database in this process. Without tests/support: this process is not one of vitest's. */
export async function sendOne({ address, env, now, smtpUrl, mailId, diesAt }: SendOne): Promise<void> {
  const mailer = openMailer(smtpUrl);
  const services: Services = {
    ...{ db: openDatabase(openPool(address)), env, log: createLogger('error') },
    clock: { now: () => Temporal.Instant.from(now) },
    jobs: { enqueue: async () => {}, enqueueAll: async () => {}, stop: async () => {} },
    live: { changed: () => {}, accessChanged: () => {} },
    mailer: {
      async send(...mail) {
        if (diesAt === 'before sending') process.kill(process.pid, 'SIGKILL');
        await mailer.send(...mail);
        if (diesAt === 'after sending') process.kill(process.pid, 'SIGKILL');
      },
      stop: () => mailer.stop(),
    },
  };
  await sendMail(services, mailId);
  mailer.stop();
  await services.db.destroy();
}
