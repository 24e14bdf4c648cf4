import { createHash } from 'node:crypto';
import type { FileFormat } from '#app/model/minutes.ts';
import { writeFault } from '#app/model/minutes-files.ts';
import { oneAtATime } from '#db/one-at-a-time.ts';
import { changeVolumeFile, listUnfinishedFiles, type VolumeFileKey, type VolumeKey } from '#db/volumes/files.ts';
import { findBoundVersion, findVolumeGroup } from '#db/volumes/read.ts';
import { readHouseStyle } from '#server/groups/style/read-house-style.ts';
import { type Rendering, type RenderingLimits, renderFile } from '#server/minutes/files/render-file.ts';
import type { RenderingOrder } from '#server/minutes/files/rendering.ts';
import type { HouseStyle } from '#server/minutes/formats/house-style.ts';
import { officeWords } from '#server/minutes/formats/office-words.ts';
import type { Services } from '#server/services.ts';
import { toOfficeVolume } from '../formats/to-office-volume.ts';
import { toTypstVolume } from '../formats/to-typst-volume.ts';
import { type VolumeFacts, volumeFacts } from '../formats/volume-facts.ts';
import { readChapters } from '../read-chapters.ts';
import { framesOf } from '../seal-volume.ts';
import type { VolumeContent } from '../volume-content.ts';

/**
 * Renders the files of a volume that are not ready yet, each in a process of its own; called again after a failure, it takes
 * up what is left. Several nodes that are asked at once render nothing twice.
 */
export async function renderVolume(services: Services, key: VolumeKey, limits?: RenderingLimits): Promise<void> {
  await oneAtATime(services.db, `volume of ${key.editionId} ${key.number}`, async () => {
    for (const file of await listUnfinishedFiles(services.db, key)) {
      if (limits?.ending?.aborted) return;
      const order = await orderFor(services, file);
      // redacted meanwhile: a file of a volume that lost a session would pass for the whole
      if (!order) return;
      await changeVolumeFile(services.db, file, { state: 'rendering' });
      const first = await renderFile(order, limits);
      // who killed it may have meant the machine and not the document; twice is enough to tell
      const rendering = !first.ok && first.reason === 'killed' ? await renderFile(order, limits) : first;
      await keep(services, file, rendering);
    }
  });
}

async function orderFor(services: Services, { editionId, number, edition, format }: VolumeFileKey): Promise<RenderingOrder | null> {
  const version = await findBoundVersion(services.db, { editionId }, number);
  const frame = version && framesOf(version)?.[edition];
  if (!version || !frame) return null;
  const chapters = await readChapters(services.db, { frame, editionId, number, openOnly: false });
  if (chapters.length < frame.entries.filter(({ kind }) => kind === 'minutes').length) return null;
  const sha256 = ((edition === 'internal' ? version.internalSha256 : null) ?? version.sha256).toString('hex');
  const facts = volumeFacts(frame.volume, { number, boundAt: version.boundAt, sha256, appUrl: services.env.appUrl });
  const house = await readHouseStyle(services, await findVolumeGroup(services.db, editionId));
  return orderVolume(format, { frame, chapters }, facts, house);
}

/** Puts a volume into words for the process that renders it. */
export function orderVolume(format: FileFormat, volume: VolumeContent, facts: VolumeFacts, house: HouseStyle): RenderingOrder {
  return format === 'pdf'
    ? { format, document: toTypstVolume(volume, facts, house), house }
    : { format, document: toOfficeVolume(volume, facts), words: officeWords(), house };
}

async function keep({ db, clock, log }: Services, file: VolumeFileKey, rendering: Rendering): Promise<void> {
  const finishedAt = clock.now().toString();
  if (!rendering.ok) {
    const { reason, detail } = rendering;
    if (reason !== 'unavailable') log.error('volume not rendered', { ...file, reason, detail });
    return changeVolumeFile(db, file, { state: 'failed', fault: writeFault({ reason }), finishedAt });
  }
  const { bytes: body, pages, missing } = rendering;
  const fault = writeFault(missing.length > 0 ? { reason: 'missing', characters: missing.join('') } : null);
  await changeVolumeFile(db, file, { state: 'ready', body, sha256: createHash('sha256').update(body).digest(), pages, fault, finishedAt });
}
