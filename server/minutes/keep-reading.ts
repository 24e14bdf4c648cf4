import type { MeetingScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findReading, keepReading } from '#db/minutes/readings.ts';
import { enterMeeting } from '#server/meetings/access.ts';
import type { Services } from '#server/services.ts';

/**
 * The version that this reader knows, when `latest` is a newer one: what changed since is worth telling. Null: nothing to
 * tell. Whoever opens minutes for the first time knows from then on what they opened; a newer version counts as read once
 * they looked at its changes, or said so (`markRead`): a page that was only reloaded does not hide the news.
 */
export async function readSince(services: Services, scope: MeetingScope, viewer: Viewer | null, latest: number): Promise<number | null> {
  if (!viewer) return null;
  const known = await findReading(services.db, scope, viewer.personId);
  if (!known) await markRead(services, scope, viewer, latest);
  return known && known.number < latest ? known.number : null;
}

/** From now on this reader knows version `number`. */
export async function markRead(services: Services, scope: MeetingScope, viewer: Viewer, number: number): Promise<void> {
  await keepReading(services.db, scope, { personId: viewer.personId, number, readAt: services.clock.now().toString() });
}

/** The same for who comes by another page than that of the minutes; they have been found to be allowed to read it. */
export async function markVersionRead(services: Services, viewer: Viewer, slug: string, number: number): Promise<void> {
  await markRead(services, await enterMeeting(services, viewer, slug), viewer, number);
}
