import { type MeetingScope, mint } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findOpenNotes, isSessionOf } from '#db/rapporteurs/access.ts';
import { findMeetingScope, type OrganisedMeeting, organiseMeeting } from '#server/meetings/access.ts';
import { type OrganisedEdition, organiseEdition } from '#server/programme/access.ts';
import { notFound, refuse } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';

/** A session that the viewer reports on, or organises: they read its draft. */
export type ReportedSession = MeetingScope & { can: { report: true } };

/** Gate of the page where one session of an edition is given its rapporteurs. Throws 404 or asks a visitor to sign in. */
export async function organiseSession(
  services: Services,
  viewer: Viewer | null,
  { edition: slug, meeting }: { edition: string; meeting: string },
  path: string,
): Promise<{ edition: OrganisedEdition; session: OrganisedMeeting }> {
  const edition = await organiseEdition(services, viewer, slug, path);
  const session = await organiseMeeting(services, viewer, meeting, path);
  if (!(await isSessionOf(services.db, { editionId: edition.editionId, meetingId: session.meetingId }))) return notFound();
  return { edition, session };
}

/** Gate of the page where the report of a session is drawn up: for its rapporteurs and its organisers. */
export async function enterReport(services: Services, viewer: Viewer | null, slug: string, path: string): Promise<ReportedSession> {
  const scope = await findMeetingScope(services, viewer, { slug });
  if (!scope || !viewer) return refuse(viewer, path);
  if (!scope.can.report) return notFound();
  return scope as ReportedSession;
}

/** A session of an organised edition: whoever organises the edition organises its sessions (server/meetings/access.ts). */
export function sessionOfEdition(_edition: OrganisedEdition, { id, groupId }: { id: string; groupId: string }): OrganisedMeeting {
  const can = {
    ...({ organise: true, seeAttendees: true, seeOnlineLink: true, readNotes: true } as const),
    ...({ writeNotes: false, report: true, arrange: true } as const),
  };
  return mint<OrganisedMeeting>({ meetingId: id, groupId, can, attendanceId: null });
}

/**
 * Gate of notes that an organiser opened to everybody: what it gives reads the notes and nothing else, whoever asks. Null when
 * they are not open: as if the meeting did not exist.
 */
export async function enterOpenNotes(
  services: Pick<Services, 'db'>,
  meeting: { slug: string } | { id: string },
): Promise<MeetingScope | null> {
  const found = await findOpenNotes(services.db, meeting);
  if (!found?.open) return null;
  const can = {
    ...{ organise: false, seeAttendees: false, seeOnlineLink: false, readNotes: true },
    ...{ writeNotes: false, report: false, arrange: false },
  };
  return mint<MeetingScope>({ meetingId: found.id, groupId: found.groupId, can, attendanceId: null });
}
