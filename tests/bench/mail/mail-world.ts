import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Trx } from '#db/client.ts';
import { openDatabase, openPool } from '#db/client.ts';
import { startPostgres } from '#db/embedded/start-postgres.ts';
import { migrate } from '#db/migrate.ts';
import { inTransaction } from '#db/transaction.ts';
import { startJobs } from '#server/jobs-start.ts';
import { createLogger } from '#server/logger.ts';
import { openMailer } from '#server/outbox/mailer.ts';
import type { AnyMailToQueue } from '#server/outbox/queue-mail.ts';
import type { QueuedMail } from '#server/outbox/render-queued.ts';
import { type Services, systemClock } from '#server/services.ts';
import { env } from '#tests/bench/notes/world.ts';
import { makeGroup, makePerson } from '#tests/support/factories.ts';

type Meeting = { meetingId: string; by: string };

/** A database and a job queue of their own, with meetings of as many people as wanted; all goes when the bench ends. */
export async function openMailWorld(smtpUrl: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tertulia-bench-'));
  const postgres = await startPostgres(folder);
  const address = { host: postgres.host, user: postgres.user, database: 'postgres' };
  const pool = openPool(address);
  const db = openDatabase(pool);
  await migrate(db);
  const log = createLogger('error');
  const jobs = await startJobs(address, { log });
  const live: Services['live'] = { changed() {}, accessChanged() {} };
  const services: Services = { db, env, clock: systemClock, log, jobs, live, mailer: openMailer(smtpUrl) };
  const group = await makeGroup(db);
  const organiser = await makePerson(db);
  const later = Temporal.Now.plainDateISO('UTC').add({ months: 2 }).toString();
  const meeting = () => ({
    ...{ groupId: group.id, slug: crypto.randomUUID(), kind: 'group_meeting' as const, title: 'Réunion', status: 'scheduled' as const },
    ...{ edtf: `${later}T16:30/${later}T18:00`, timeZone: 'Europe/Paris', during: `[${later}T14:30:00Z,${later}T16:00:00Z)` },
  });
  return {
    services,
    pool,
    async meetingOf(count: number): Promise<Meeting> {
      const { id } = await db.insertInto('meetings').values(meeting()).returning('id').executeTakeFirstOrThrow();
      await pool.query(
        `with invited as (insert into people (given_name, family_name, name_key, email)
           select 'Karim', 'Belhadj ' || n, 'karim belhadj ' || n, n || '-' || $1 || '@x.example' from generate_series(1, $2) n returning id)
         insert into attendances (meeting_id, person_id, given_name, family_name) select $1::uuid, id, 'Karim', 'Belhadj' from invited`,
        [id, count],
      );
      return { meetingId: id, by: organiser.id };
    },
    /** Queues an invitation to each, every one by itself. */
    async oneByOne(
      { meetingId, by }: Meeting,
      queue: (trx: Trx, mail: Extract<AnyMailToQueue, { template: 'invitation' }>) => Promise<void>,
    ) {
      const rows = await db.selectFrom('attendances').select(['id', 'personId']).where('meetingId', '=', meetingId).execute();
      await inTransaction(db, async (trx) => {
        for (const { id, personId } of rows) {
          const to = { address: `${id}@x.example`, name: 'Karim Belhadj' };
          await queue(trx, { template: 'invitation', payload: { attendanceId: id, by }, personId, to, language: 'fr', dedupeKey: id });
        }
      });
    },
    async queuedIds(count: number): Promise<string[]> {
      const rows = await db.selectFrom('outboxMails').select('id').where('state', '=', 'queued').orderBy('id').limit(count).execute();
      return rows.map(({ id }) => id);
    },
    rowsOf: (ids: string[]): Promise<QueuedMail[]> =>
      db
        .selectFrom('outboxMails')
        .select(['id', 'template', 'payload', 'personId', 'toAddress', 'toName', 'language', 'attempts'])
        .where('id', 'in', ids)
        .execute(),
    async close() {
      services.mailer.stop();
      await jobs.stop();
      await db.destroy();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
