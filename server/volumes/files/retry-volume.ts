import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { inTransaction } from '#db/transaction.ts';
import { listUnfinishedVolumes, requeueFailedFiles } from '#db/volumes/files.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import type { Services } from '#server/services.ts';

/** Has the files of a volume that failed rendered again; gives how many they are. */
export async function retryVolume(services: Services, { editionId }: OrganisedEdition, by: Viewer, number: number): Promise<number> {
  return inTransaction(services.db, async (trx) => {
    const files = await requeueFailedFiles(trx, { editionId, number }, services.clock.now().toString());
    if (files === 0) return 0;
    await services.jobs.enqueue(trx, 'render-volume', { editionId, number });
    const subject = { subjectType: 'edition', subjectId: editionId, detail: { number } };
    await recordAudit(trx, { personId: by.personId, action: 'volume.files-retried', ...subject });
    return files;
  });
}

/** Takes up, at a start, what a process that is gone left behind. */
export async function resumeVolumes({ db, jobs }: Pick<Services, 'db' | 'jobs'>): Promise<void> {
  await inTransaction(db, async (trx) => {
    for (const volume of await listUnfinishedVolumes(trx)) await jobs.enqueue(trx, 'render-volume', volume);
  });
}
