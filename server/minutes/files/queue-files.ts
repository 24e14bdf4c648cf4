import { FILE_FORMATS } from '#app/model/minutes.ts';
import type { Edition } from '#app/model/minutes-content.ts';
import type { Trx } from '#db/client.ts';
import { insertFiles } from '#db/minutes/write-files.ts';
import type { Services } from '#server/services.ts';

/** Has the files of a version rendered once its transaction is committed; called twice, they are rendered once. */
export async function queueFiles(
  trx: Trx,
  services: Pick<Services, 'clock' | 'jobs'>,
  { minutesId, number, editions }: { minutesId: string; number: number; editions: readonly Edition[] },
): Promise<void> {
  const files = editions.flatMap((edition) => FILE_FORMATS.map((format) => ({ minutesId, number, edition, format })));
  await insertFiles(trx, files, services.clock.now().toString());
  await services.jobs.enqueue(trx, 'render-files', { minutesId, number });
}
