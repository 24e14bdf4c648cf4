import type { NotesAccess } from '#app/model/attendance.ts';
import type { MembershipRole, Visibility } from '#app/model/groups.ts';
import type { MeetingStatus } from '#app/model/meetings.ts';
import { type MinutesState, notesOpenTo } from '#app/model/minutes.ts';
import type { MeetingAbilities } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';

/** What links a person to a meeting: their place in its group (whoever organises its edition organises it), and their invitation. */
export interface Ties {
  role: MembershipRole | null;
  invitation: { notesAccess: NotesAccess; rapporteur: boolean } | null;
}

export function maySeeMeeting(viewer: Viewer | null, meeting: { status: MeetingStatus; visibility: Visibility }, ties: Ties): boolean {
  if (organises(viewer, ties)) return true;
  // who writes the minutes of a session prepares them before it is announced
  if (meeting.status === 'draft') return viewer !== null && ties.invitation?.rapporteur === true;
  return meeting.visibility === 'public' || ties.role !== null || ties.invitation !== null;
}

/**
 * Organisers do everything; whoever is invited writes, unless given reading only, while the meeting is neither cancelled nor
 * closed and its minutes are a draft; members who are not invited read. Rapporteurs write and arrange the headings of their
 * session before, during and after it, until the minutes are approved: approving and publishing are not theirs. In approved
 * minutes nobody changes a word.
 */
export function meetingAbilities(
  viewer: Viewer | null,
  meeting: { status: MeetingStatus; closed: boolean; minutes: MinutesState },
  ties: Ties,
): MeetingAbilities {
  const organise = organises(viewer, ties);
  const writers = notesOpenTo(meeting.minutes);
  const writes = ties.invitation?.notesAccess === 'write' && meeting.status !== 'cancelled' && !meeting.closed;
  const rapporteur = viewer !== null && ties.invitation?.rapporteur === true;
  const reports = rapporteur && meeting.status !== 'cancelled' && (meeting.minutes === 'draft' || meeting.minutes === 'in_review');
  const belongs = organise || ties.role !== null || ties.invitation !== null;
  return {
    organise,
    seeAttendees: belongs,
    seeOnlineLink: organise || ties.invitation !== null,
    readNotes: belongs,
    writeNotes: writers !== 'nobody' && (organise || reports || (writers === 'invited' && writes)),
    report: organise || rapporteur,
    arrange: organise || reports,
  };
}

function organises(viewer: Viewer | null, ties: Ties): boolean {
  return viewer !== null && (viewer.networkOrganiser || ties.role === 'organiser');
}
