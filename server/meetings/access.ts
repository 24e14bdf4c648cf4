import { type MeetingScope, mint } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findMeetingForAccess, findTies } from '#db/meetings/access.ts';
import { notFound, refuse } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';
import { maySeeMeeting, meetingAbilities } from './policy.ts';

/** A meeting that the viewer organises: what verbs that change a meeting ask for. */
export type OrganisedMeeting = MeetingScope & { can: { organise: true; report: true; arrange: true } };

/** A meeting whose agenda the viewer draws up: its organisers, and the rapporteurs of a session. */
export type ArrangedMeeting = MeetingScope & { can: { arrange: true } };

/** Gate of every page of a meeting. Throws 404 (or asks a visitor to sign in) when it may not be seen. */
export async function enterMeeting(services: Services, viewer: Viewer | null, slug: string): Promise<MeetingScope> {
  const scope = await findMeetingScope(services, viewer, { slug });
  return scope ?? refuse(viewer, `/meetings/${slug}`);
}

/** Gate of what only the organisers of a meeting do. */
export async function organiseMeeting(
  services: Services,
  viewer: Viewer | null,
  slug: string,
  path: string = `/meetings/${slug}`,
): Promise<OrganisedMeeting> {
  const scope = await findMeetingScope(services, viewer, { slug });
  if (!scope || !viewer) return refuse(viewer, path);
  if (!scope.can.organise) return notFound();
  return scope as OrganisedMeeting;
}

/** Gate of the agenda: who draws it up, organiser or rapporteur. */
export async function arrangeMeeting(services: Services, viewer: Viewer | null, slug: string, path: string): Promise<ArrangedMeeting> {
  const scope = await findMeetingScope(services, viewer, { slug });
  if (!scope || !viewer) return refuse(viewer, path);
  if (!scope.can.arrange) return notFound();
  return scope as ArrangedMeeting;
}

/** The same decision for sockets, which answer with a reason instead of a page; null: as if it did not exist. */
export async function findMeetingScope(
  services: Services,
  viewer: Viewer | null,
  meeting: { slug: string } | { id: string },
): Promise<MeetingScope | null> {
  const found = await findMeetingForAccess(services.db, meeting);
  if (!found) return null;
  const ties = viewer ? await findTies(services.db, found, viewer.personId) : { role: null, invitation: null };
  if (!maySeeMeeting(viewer, found, ties)) return null;
  return mint<MeetingScope>({
    meetingId: found.id,
    groupId: found.groupId,
    can: meetingAbilities(viewer, found, ties),
    attendanceId: ties.invitation?.id ?? null,
  });
}
