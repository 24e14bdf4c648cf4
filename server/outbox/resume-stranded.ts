import { listStranded } from '#db/outbox/sweep.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';

/** Longer than all attempts of a mail take, with what they wait between them (jobs-start.ts). */
const HOURS = 36;

/** Takes up mails that wait without anybody who would send them: no failure of the job queue loses one. */
export async function resumeStranded(services: Services): Promise<void> {
  const now = services.clock.now();
  const mailIds = await listStranded(services.db, { before: now.subtract({ hours: HOURS }).toString(), now: now.toString() });
  const jobs = mailIds.map((mailId) => ({ data: { mailId } }));
  await inTransaction(services.db, (trx) => services.jobs.enqueueAll(trx, 'send-mail', jobs));
}
