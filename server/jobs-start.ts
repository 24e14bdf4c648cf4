import { fromKysely, type Job, PgBoss, type Queue as PgBossQueue } from 'pg-boss';
import { DATE_POLL_LIMITS } from '#app/model/date-polls.ts';
import { sweepAccounts } from '#db/accounts/sweep.ts';
import type { DatabaseAddress } from '#db/client.ts';
import { sweepGuests } from '#db/date-polls/guests.ts';
import { sweepInbox } from '#db/inbox/write.ts';
import { sweepDigests } from '#db/mail-preferences/digests.ts';
import { unlinkWriters } from '#db/notes/history.ts';
import { sweepOutbox } from '#db/outbox/sweep.ts';
import { sweepReminders } from '#db/reminders/write.ts';
import { inTransaction } from '#db/transaction.ts';
import { readMailbox } from './inbox/read-mailbox.ts';
import type { JobData, Jobs, Queue } from './jobs.ts';
import { renderFiles } from './minutes/files/render-files.ts';
import { resumeFiles } from './minutes/files/retry-files.ts';
import { compactQuietNotes } from './notes/compact-notes.ts';
import { URGENT } from './outbox/priority.ts';
import { resumeStranded } from './outbox/resume-stranded.ts';
import { MAX_ATTEMPTS, sendMail } from './outbox/send-mail.ts';
import { refreshDueCalendars } from './outside-events/refresh-calendar.ts';
import { runClock } from './reminders/run-clock.ts';
import { sendReminders } from './send-reminders.ts';
import type { Services } from './services.ts';
import { bindAgain } from './volumes/bind-again.ts';
import { renderVolume } from './volumes/files/render-volume.ts';
import { resumeVolumes } from './volumes/files/retry-volume.ts';

const HOUR = 3600;

/** A mail is tried again after 15 seconds, then after twice as long each time, at most 6 hours: about half a day in all. */
const QUEUES: Record<Queue, Omit<PgBossQueue, 'name'>> = {
  // two attempts more than the mail's own count, which decides: a crash uses one up here without being counted there
  'send-mail': {
    notify: true,
    retryLimit: MAX_ATTEMPTS + 2,
    retryDelay: 15,
    retryBackoff: true,
    retryDelayMax: 6 * HOUR,
    expireInSeconds: 120,
  },
  // six files, each at most twice, and 25 seconds each time (minutes/files/render-file.ts)
  'render-files': { notify: true, retryLimit: 3, retryDelay: 10, retryBackoff: true, expireInSeconds: 400 },
  'bind-volume': { notify: true, retryLimit: 5, retryDelay: 10, retryBackoff: true, expireInSeconds: 120 },
  // as 'render-files'
  'render-volume': { notify: true, retryLimit: 3, retryDelay: 10, retryBackoff: true, expireInSeconds: 400 },
  // one at a time on all nodes together; what a crash leaves behind is read by the next
  'read-mailbox': { policy: 'exclusive', retryLimit: 0, expireInSeconds: 120 },
  // one at a time on all nodes together; the next run makes up for one that failed
  'reminder-clock': { policy: 'exclusive', retryLimit: 0, expireInSeconds: 300 },
  // one at a time on all nodes together; it takes no more calendars after ten minutes (outside-events/refresh-calendar.ts)
  'outside-calendars': { policy: 'exclusive', retryLimit: 0, expireInSeconds: 900 },
  reminders: { retryLimit: 3, retryDelay: 60 },
  housekeeping: { retryLimit: 2, retryDelay: 60 },
};

// NOTIFY wakes the worker at once; retries and delayed jobs have no NOTIFY and would wait 30 s for the default poll
const POLLING = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 } as const;

/** Starts pg-boss on its own small pool (schema `pgboss`, migrated here). */
export async function startJobs(address: DatabaseAddress, services: Pick<Services, 'log'>): Promise<StartedJobs> {
  const boss = new PgBoss({ ...address, max: 3, useListenNotify: true, application_name: 'tertulia-jobs' });
  boss.on('error', (error) => services.log.error('job queue', { error: error.message }));
  await boss.start();
  for (const [name, options] of Object.entries(QUEUES)) await boss.createQueue(name, options);
  const ending = new AbortController();
  return {
    async enqueue(trx, queue, data) {
      await boss.send(queue, data, { db: fromKysely(trx) });
    },
    async enqueueAll(trx, queue, jobs) {
      const rows = jobs.map(({ data, priority, after }) => ({ data, priority, ...(after && { startAfter: after }) }));
      if (rows.length > 0) await boss.insert(queue, rows, { db: fromKysely(trx) });
    },
    work: (withServices) => workOn(boss, withServices, ending.signal),
    async stop() {
      ending.abort();
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}

export interface StartedJobs extends Jobs {
  /** Begins to run jobs; until then they are only queued. */
  work(services: Services): Promise<void>;
}

/** `ending`: no further part of a long job is begun; what it leaves is taken up by the next start. */
async function workOn(boss: PgBoss, services: Services, ending: AbortSignal): Promise<void> {
  const options = { ...POLLING, batchSize: 10, burstWhenBatchFull: true, perJobResults: true } as const;
  const sendAll = (jobs: Job<JobData['send-mail']>[]) => Promise.all(jobs.map((job) => attempt(services, job)));
  // sign-in mails have a worker of their own: thousands of others, or a slow mail server, never stand before them
  await boss.work('send-mail', { ...options, minPriority: URGENT }, sendAll);
  await boss.work('send-mail', { ...options, maxPriority: URGENT - 1, localConcurrency: 2 }, sendAll);
  // a worker of one job at a time looks for the next only at its next poll: of twenty versions each would wait for that
  let files = '';
  files = await boss.work('render-files', POLLING, async ([job]: Job<JobData['render-files']>[]) => {
    if (job) await renderFiles(services, job.data, { ending });
    if (files) boss.notifyWorker(files);
  });
  await resumeFiles(services);
  await boss.work('bind-volume', POLLING, async ([job]: Job<JobData['bind-volume']>[]) => {
    if (job) await bindAgain(services, job.data.editionId);
  });
  await boss.work('render-volume', POLLING, async ([job]: Job<JobData['render-volume']>[]) => {
    if (job) await renderVolume(services, job.data, { ending });
  });
  await resumeVolumes(services);
  await boss.work('read-mailbox', POLLING, () => readMailbox(services));
  if (services.env.inbox.imapUrl) await boss.schedule('read-mailbox', '* * * * *');
  else await boss.unschedule('read-mailbox');
  await boss.work('reminders', POLLING, () => sendReminders(services));
  await boss.unschedule('reminders');
  await boss.work('reminder-clock', POLLING, () => runClock(services));
  await boss.schedule('reminder-clock', '*/5 * * * *');
  await boss.work('outside-calendars', POLLING, () => refreshDueCalendars(services));
  await boss.schedule('outside-calendars', '*/15 * * * *');
  await boss.work('housekeeping', POLLING, async () => {
    const now = services.clock.now();
    await sweepAccounts(services.db, now.toString());
    await sweepInbox(services.db, now.subtract({ hours: 90 * 24 }).toString());
    await sweepOutbox(services.db, now.subtract({ hours: 24 }).toString());
    await resumeStranded(services);
    await sweepReminders(services.db, now.subtract({ hours: 30 * 24 }).toString());
    await sweepGuests(services.db, now.subtract({ hours: DATE_POLL_LIMITS.guestDays * 24 }).toString());
    await sweepDigests(services.db, now.subtract({ hours: 90 * 24 }).toString());
    await compactQuietNotes(services);
    await unlinkWriters(services.db, now.subtract({ hours: 7 * 24 }).toString());
  });
  await boss.schedule('housekeeping', '17 3 * * *');
}

async function attempt(services: Services, { id, data }: Job<JobData['send-mail']>) {
  try {
    const later = await sendMail(services, data.mailId);
    // not its turn yet: a job of its own then, for an attempt was not made
    if (later) await comeBack(services, data.mailId, later.notBefore);
    return { id, status: 'completed' as const };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    services.log.error('mail not sent, will be tried again', { mail: data.mailId, error: message });
    return { id, status: 'failed' as const, output: { message } };
  }
}

function comeBack(services: Services, mailId: string, after: string): Promise<void> {
  return inTransaction(services.db, (trx) => services.jobs.enqueueAll(trx, 'send-mail', [{ data: { mailId }, after }]));
}
