import type { MeetingScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { type LedMeeting, leadMeeting } from '#server/facilitation/access.ts';
import { enterMeeting } from '#server/meetings/access.ts';
import { refuse } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';

/** Somebody in a meeting whose notes they may read: they vote, and support proposals. */
export interface Voter {
  viewer: Viewer;
  scope: MeetingScope;
}

/** Somebody who runs the meeting: they also open and close polls. */
export interface PollLeader {
  viewer: Viewer;
  scope: LedMeeting;
}

/** Gate of voting. Throws 404, or asks a visitor to sign in, where the notes may not be read. */
export async function enterPolls(services: Services, viewer: Viewer | null, slug: string): Promise<Voter> {
  const scope = await enterMeeting(services, viewer, slug);
  if (!viewer || !scope.can.readNotes) return refuse(viewer, `/meetings/${slug}/live`);
  return { viewer, scope };
}

/** Gate of opening and closing polls: organisers, and whoever chairs or facilitates. Throws as above. */
export async function leadPolls(services: Services, viewer: Viewer | null, slug: string): Promise<PollLeader> {
  const scope = await leadMeeting(services, viewer, slug);
  return viewer ? { viewer, scope } : refuse(viewer, `/meetings/${slug}/live`);
}
