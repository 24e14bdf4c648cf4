import { createHash } from 'node:crypto';
import { writeFault } from '#app/model/minutes-files.ts';
import {
  type FileKey,
  failFile,
  findVersionToRender,
  listUnfinished,
  markRendering,
  storeFile,
  type VersionKey,
} from '#db/minutes/write-files.ts';
import { oneAtATime } from '#db/one-at-a-time.ts';
import { readHouseStyle } from '#server/groups/style/read-house-style.ts';
import type { Services } from '#server/services.ts';
import { readContent } from '../read-content.ts';
import { orderRendering } from './order-rendering.ts';
import { type Rendering, type RenderingLimits, renderFile } from './render-file.ts';
import type { RenderingOrder } from './rendering.ts';

/**
 * Renders the files of a published version that are not ready yet, each in a process of its own; called again after a
 * failure, it takes up what is left. Several nodes that are asked at once render nothing twice.
 */
export async function renderFiles(services: Services, key: VersionKey, limits?: RenderingLimits): Promise<void> {
  await oneAtATime(services.db, `files of ${key.minutesId} ${key.number}`, async () => {
    for (const file of await listUnfinished(services.db, key)) {
      if (limits?.ending?.aborted) return;
      const ordered = await orderFor(services, file);
      // redacted meanwhile: its files go with its words
      if (!ordered) return;
      const { meetingId, order } = ordered;
      await markRendering(services.db, file);
      services.live.changed(meetingId, 'minutes');
      await keep(services, file, await renderTwiceIfKilled(order, limits));
      services.live.changed(meetingId, 'minutes');
    }
  });
}

async function orderFor(services: Services, { minutesId, number, edition, format }: FileKey) {
  const version = await findVersionToRender(services.db, { minutesId, number });
  const [text, sha256] = edition === 'public' ? [version?.content, version?.sha256] : [version?.internalContent, version?.internalSha256];
  if (!version || !text || !sha256) return null;
  const { publishedAt, publishedByName, meetingId, groupId } = version;
  const stamp = { number, publishedAt, publishedByName, sha256: sha256.toString('hex'), appUrl: services.env.appUrl };
  const order = orderRendering(format, readContent(text), stamp, await readHouseStyle(services, groupId));
  return { meetingId, order };
}

/** Who killed it may have meant the machine and not the document; twice is enough to tell. */
async function renderTwiceIfKilled(order: RenderingOrder, limits?: RenderingLimits): Promise<Rendering> {
  const first = await renderFile(order, limits);
  return !first.ok && first.reason === 'killed' ? renderFile(order, limits) : first;
}

async function keep({ db, clock, log }: Services, file: FileKey, rendering: Rendering): Promise<void> {
  const finishedAt = clock.now().toString();
  if (!rendering.ok) {
    if (rendering.reason !== 'unavailable') log.error('file not rendered', { ...file, reason: rendering.reason, detail: rendering.detail });
    return failFile(db, file, writeFault({ reason: rendering.reason }), finishedAt);
  }
  const { bytes: body, pages, missing } = rendering;
  const fault = writeFault(missing.length > 0 ? { reason: 'missing', characters: missing.join('') } : null);
  await storeFile(db, file, { body, sha256: createHash('sha256').update(body).digest(), pages, fault, finishedAt });
}
