import type { MeetingScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { findMinutesId } from '#db/minutes/read-files.ts';
import { listUnfinishedVersions, queueMissing, requeueFailed } from '#db/minutes/write-files.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import { mayPublish } from '../policy.ts';

export type Retry = { ok: true; files: number } | { ok: false; reason: 'not-allowed' };

/** Has the files of a version that failed rendered again, whoever published it. */
export async function retryFiles(services: Services, scope: MeetingScope, by: Viewer, number: number): Promise<Retry> {
  if (!mayPublish(scope.can)) return { ok: false, reason: 'not-allowed' };
  const files = await inTransaction(services.db, async (trx) => {
    const minutesId = await findMinutesId(trx, scope);
    if (!minutesId) return 0;
    const requeued = await requeueFailed(trx, { minutesId, number }, services.clock.now().toString());
    if (requeued === 0) return 0;
    await services.jobs.enqueue(trx, 'render-files', { minutesId, number });
    const subject = { subjectType: 'meeting', subjectId: scope.meetingId, detail: { number } };
    await recordAudit(trx, { personId: by.personId, action: 'minutes.files-retried', ...subject });
    return requeued;
  });
  if (files > 0) services.live.changed(scope.meetingId, 'minutes');
  return { ok: true, files };
}

/** Takes up, at a start, what a process that is gone left behind, and versions that were published before there were files. */
export async function resumeFiles({ db, jobs, clock }: Pick<Services, 'db' | 'jobs' | 'clock'>): Promise<void> {
  await inTransaction(db, async (trx) => {
    await queueMissing(trx, clock.now().toString());
    for (const version of await listUnfinishedVersions(trx)) await jobs.enqueue(trx, 'render-files', version);
  });
}
