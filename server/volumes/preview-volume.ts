import type { FileFormat } from '#app/model/minutes.ts';
import type { Edition } from '#app/model/minutes-content.ts';
import type { BoundEntry } from '#app/model/volumes.ts';
import { oneAtATime } from '#db/one-at-a-time.ts';
import { findMinutesTexts } from '#db/volumes/read.ts';
import { readHouseStyle } from '#server/groups/style/read-house-style.ts';
import { type Rendering, renderFile } from '#server/minutes/files/render-file.ts';
import { readContent } from '#server/minutes/read-content.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import type { Services } from '#server/services.ts';
import { orderVolume } from './files/render-volume.ts';
import { volumeFacts } from './formats/volume-facts.ts';
import { planVolume } from './plan-volume.ts';

/** The next version as a file, before it is bound; one at a time for an edition, since it takes a processor for a while. */
export async function previewVolume(
  services: Services,
  scope: OrganisedEdition,
  { edition, format }: { edition: Edition; format: FileFormat },
): Promise<Rendering> {
  const plan = await planVolume(services.db, scope);
  const frame = plan.frames[edition];
  const bound = frame.entries.filter((entry): entry is BoundEntry => entry.kind === 'minutes');
  const texts = await findMinutesTexts(
    services.db,
    bound.map(({ meetingId, version }) => ({ meetingId, number: version })),
  );
  const chapters = bound.flatMap((entry) => {
    const row = texts.find(({ meetingId }) => meetingId === entry.meetingId);
    const text = edition === 'internal' ? (row?.internalContent ?? row?.content) : row?.content;
    if (!row || !text) return [];
    return [{ ...entry, content: readContent(text), publishedAt: row.publishedAt, publishedByName: row.publishedByName }];
  });
  const stamp = { number: 0, boundAt: services.clock.now().toString(), sha256: plan.seen, appUrl: services.env.appUrl };
  const house = await readHouseStyle(services, scope.groupId);
  const order = orderVolume(format, { frame, chapters }, volumeFacts(frame.volume, stamp), house);
  return oneAtATime(services.db, `preview of the volume of ${scope.editionId}`, () => renderFile(order));
}
