import { FILE_FORMATS } from '#app/model/minutes.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { readVolumeFileName } from '#app/model/volumes.ts';
import { findVolumeFile } from '#db/volumes/files.ts';
import { findBoundVersion } from '#db/volumes/read.ts';
import type { DownloadedFile } from '#server/minutes/files/read-download.ts';
import { MEDIA_TYPES } from '#server/minutes/render-version.ts';
import { enterEdition } from '#server/programme/access.ts';
import type { Services } from '#server/services.ts';
import { readTitles } from './read-titles.ts';
import { framesOf } from './seal-volume.ts';

/** What a file name of an edition's volumes stands for; null when there is no such file, or the viewer may not have it. */
export async function readVolumeFile(
  services: Services,
  viewer: Viewer | null,
  slug: string,
  name: string,
): Promise<DownloadedFile | null> {
  const scope = await enterEdition(services, viewer, slug, `/editions/${slug}/volume`);
  const asked = readVolumeFileName(name, slug, FILE_FORMATS);
  if (!asked || (asked.edition === 'internal' && !scope.can.organise)) return null;
  const { number, edition, format } = asked;
  const version = await findBoundVersion(services.db, scope, number);
  const frame = version && framesOf(version)?.[edition];
  if (!frame) return null;
  if (!scope.can.organise) {
    const lines = await readTitles(services.db, { frame, editionId: scope.editionId, number, openOnly: true });
    if (lines.some(({ kind }) => kind === 'gone')) return null;
  }
  const file = await findVolumeFile(services.db, scope, { number, edition, format });
  if (!file) return null;
  if (!file.body || !file.sha256) return { state: file.state === 'failed' ? 'failed' : 'pending' };
  return { state: 'ready', name, type: MEDIA_TYPES[format], body: file.body, etag: `"${file.sha256.toString('hex')}"` };
}
