import type { MeetingScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findVersion, type PublishedVersion } from '#db/minutes/read.ts';
import { enterMeeting } from '#server/meetings/access.ts';
import { notFound } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';

/**
 * Gate of published minutes: who may see the meeting may read what was published of it.
 * `number` picks a version; without one, the latest. Throws 404 when there is none.
 */
export async function enterMinutes(
  services: Services,
  viewer: Viewer | null,
  slug: string,
  number?: string,
): Promise<{ scope: MeetingScope; version: PublishedVersion }> {
  const scope = await enterMeeting(services, viewer, slug);
  if (number !== undefined && !/^[1-9]\d{0,5}$/.test(number)) return notFound();
  const version = await findVersion(services.db, scope, number === undefined ? undefined : Number(number));
  return version ? { scope, version } : notFound();
}
