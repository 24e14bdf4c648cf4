import type { MeetingScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findRoles } from '#db/facilitation/access.ts';
import { enterMeeting } from '#server/meetings/access.ts';
import { notFound, refuse } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';
import { leadsMeeting } from './policy.ts';

declare const leading: unique symbol;

/** A meeting whose clock, points and floor the viewer runs. */
export type LedMeeting = MeetingScope & { readonly [leading]: true };
/** A meeting that the viewer is invited to, and whose notes they may read. */
export type AttendedMeeting = MeetingScope & { attendanceId: string };

/** Gate of running a meeting: its organisers, and whoever chairs or facilitates it. Throws 404, or asks a visitor to sign in. */
export async function leadMeeting(services: Services, viewer: Viewer | null, slug: string): Promise<LedMeeting> {
  const scope = await enterRoom(services, viewer, slug);
  return (await mayFacilitate(services, scope)) ? (scope as LedMeeting) : notFound();
}

/** Gate of asking for the floor and of signing in: whoever is invited. Throws as above. */
export async function attendMeeting(services: Services, viewer: Viewer | null, slug: string): Promise<AttendedMeeting> {
  const scope = await enterRoom(services, viewer, slug);
  return scope.attendanceId === null ? notFound() : (scope as AttendedMeeting);
}

export async function mayFacilitate({ db }: Pick<Services, 'db'>, scope: MeetingScope): Promise<boolean> {
  return leadsMeeting(scope, scope.attendanceId === null ? [] : await findRoles(db, scope.attendanceId));
}

/** Gate of the room itself: whoever may read the notes. Throws as above. */
export async function enterRoom(services: Services, viewer: Viewer | null, slug: string): Promise<MeetingScope> {
  const scope = await enterMeeting(services, viewer, slug);
  return viewer && scope.can.readNotes ? scope : refuse(viewer, `/meetings/${slug}/live`);
}
