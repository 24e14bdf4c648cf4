import type { NotesAccess } from '#app/model/attendance.ts';
import type { MembershipRole, Visibility } from '#app/model/groups.ts';
import type { MeetingStatus } from '#app/model/meetings.ts';
import type { MeetingAbilities } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';

/** What links a person to a meeting: their place in its group, and their invitation. */
export interface Ties {
  role: MembershipRole | null;
  invitation: { notesAccess: NotesAccess } | null;
}

export function maySeeMeeting(viewer: Viewer | null, meeting: { status: MeetingStatus; visibility: Visibility }, ties: Ties): boolean {
  if (organises(viewer, ties)) return true;
  if (meeting.status === 'draft') return false;
  return meeting.visibility === 'public' || ties.role !== null || ties.invitation !== null;
}

/**
 * Organisers do everything; whoever is invited writes, unless given reading only, while the meeting is neither cancelled nor
 * closed; members who are not invited read.
 */
export function meetingAbilities(viewer: Viewer | null, meeting: { status: MeetingStatus; closed: boolean }, ties: Ties): MeetingAbilities {
  const organise = organises(viewer, ties);
  const belongs = organise || ties.role !== null || ties.invitation !== null;
  return {
    organise,
    seeAttendees: belongs,
    seeOnlineLink: organise || ties.invitation !== null,
    readNotes: belongs,
    writeNotes: organise || (ties.invitation?.notesAccess === 'write' && meeting.status !== 'cancelled' && !meeting.closed),
  };
}

function organises(viewer: Viewer | null, ties: Ties): boolean {
  return viewer !== null && (viewer.networkOrganiser || ties.role === 'organiser');
}
