import { parseRoomCode } from '#app/model/room-polls.ts';
import { type MeetingScope, mint, type RoomScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findDoorByCode } from '#db/live-polls/room.ts';
import { withinLimit } from '#server/accounts/rate-limit.ts';
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

/** Most codes that one address tries in ten minutes and that are none: a room behind one address mistypes some. */
const WRONG_CODES = { times: 150, everyMinutes: 10 };

export type EnteredRoom = { ok: true; scope: RoomScope } | { ok: false; reason: 'unknown' | 'too-often' };

/**
 * Gate of the votes of a room: whoever has the code that its screen shows, signed in or not. Nothing but the question comes
 * through it. A closed door is as unknown as one that never was.
 */
export async function enterRoomByCode(services: Services, typed: string, ip: string): Promise<EnteredRoom> {
  const code = parseRoomCode(typed);
  const door = code && (await findDoorByCode(services.db, code));
  if (door && door.closedAt === null) {
    const { meetingId, byBadge, showsCounts } = door;
    return { ok: true, scope: mint<RoomScope>({ meetingId, code: door.code, byBadge, showsCounts }) };
  }
  const within = await withinLimit(services, { what: 'room code by address', who: ip, ...WRONG_CODES });
  return { ok: false, reason: within ? 'unknown' : 'too-often' };
}
