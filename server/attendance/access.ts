import { type MeetingScope, mint } from '#app/model/scope.ts';
import { findInvitation } from '#db/attendance/invitations.ts';
import { findLink } from '#server/accounts/link-tokens.ts';
import type { Services } from '#server/services.ts';

/** What a link of an invitation opens: the meeting as the invited person may see it, and their own answer. */
export type InvitationScope = MeetingScope & { attendanceId: string };

/**
 * Gate of the pages behind an invitation's link, which is the only proof asked for. Null for a link that is unknown,
 * expired, withdrawn or made for something else: callers answer all of them alike, so that nobody learns which.
 */
export async function openInvitationLink(services: Services, token: string): Promise<InvitationScope | null> {
  const link = await findLink(services, 'answer', token);
  if (link.state !== 'valid' || !link.attendanceId) return null;
  const invitation = await findInvitation(services.db, link.attendanceId);
  if (!invitation || invitation.status === 'draft') return null;
  // the list of the others, and the notes, are for those who sign in: a forwarded mail must not open them
  const can = {
    organise: false,
    seeAttendees: false,
    seeOnlineLink: true,
    readNotes: false,
    writeNotes: false,
    report: false,
    arrange: false,
  };
  const { meetingId, groupId } = invitation;
  return mint<InvitationScope>({ meetingId, groupId, can, attendanceId: link.attendanceId });
}
