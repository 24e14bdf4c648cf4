import { redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { type MeetingScope, mint, type ReviewScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findReviewForAccess, type ReviewForAccess } from '#db/reviews/access.ts';
import { findLink } from '#server/accounts/link-tokens.ts';
import { findMeetingScope, type OrganisedMeeting, organiseMeeting } from '#server/meetings/access.ts';
import { notFound, refuse } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';

/** One who reads the minutes before they are published: themselves, and the draft as they may read it. */
export interface ReviewReader {
  scope: ReviewScope;
  draft: MeetingScope;
}

export type OpenedReviewLink =
  | { state: 'valid'; reader: ReviewReader }
  /** It was good once; the page says how to get another. */
  | { state: 'expired' }
  /** Unknown, withdrawn, made for something else, or of somebody taken off the list: all alike, so that nobody learns which. */
  | { state: 'dead' };

/** Gate of the page behind the link in a mail, which is the only proof asked for. Opening it changes nothing. */
export async function enterReviewByToken(services: Services, token: string): Promise<OpenedReviewLink> {
  const link = await findLink(services, 'review', token);
  if (link.state === 'expired') return { state: 'expired' };
  if (link.state !== 'valid' || !link.attendanceId) return { state: 'dead' };
  const found = await findReviewForAccess(services.db, { attendanceId: link.attendanceId });
  if (!found || found.meetingStatus === 'draft') return { state: 'dead' };
  return { state: 'valid', reader: readerOf(found) };
}

/** Gate of the same page for who is signed in and on the list of the meeting. Asks a visitor to sign in; 404 for anybody else. */
export async function enterReviewAsAttendee(services: Services, viewer: Viewer | null, slug: string): Promise<ReviewReader> {
  if (!viewer) return refuse(viewer, myReviewPath(slug));
  const found = await findReviewForAccess(services.db, { slug, personId: viewer.personId });
  if (!found || found.meetingStatus === 'draft') return notFound();
  return readerOf(found);
}

/** Gate of the mails about a review, which say to somebody what their page says; null: no review, or off the list. */
export async function readReviewForMail(services: Services, attendanceId: string): Promise<ReviewReader | null> {
  const found = await findReviewForAccess(services.db, { attendanceId });
  return found ? readerOf(found) : null;
}

/** Gate of what only the organisers of a meeting do with its review. */
export function organiseReview(services: Services, viewer: Viewer | null, slug: string): Promise<OrganisedMeeting> {
  return organiseMeeting(services, viewer, slug, organiseReviewPath(slug));
}

/**
 * The same where organisers decide: a participant who comes there by a link that an organiser passed on is sent to their own
 * page of the review.
 */
export async function organiseOrTakePart(services: Services, viewer: Viewer | null, slug: string, path: string): Promise<OrganisedMeeting> {
  const scope = viewer && (await findMeetingScope(services, viewer, { slug }));
  if (scope?.attendanceId && !scope.can.organise && (await findReviewForAccess(services.db, { attendanceId: scope.attendanceId })))
    throw redirect(localePath(myReviewPath(slug)));
  return organiseMeeting(services, viewer, slug, path);
}

/** Where a signed-in participant reads the draft and proposes. */
export const myReviewPath = (slug: string) => `/meetings/${slug}/minutes/my-review`;
/** Where organisers open and follow the review. */
export const organiseReviewPath = (slug: string) => `/meetings/${slug}/minutes/review`;

function readerOf({ reviewId, minutesId, meetingId, groupId, attendanceId, personId }: ReviewForAccess): ReviewReader {
  // who spoke reads what is going to be said in their name, and all of it; the list of addresses and the link are not part of it
  const can = {
    organise: false,
    seeAttendees: false,
    seeOnlineLink: false,
    readNotes: true,
    writeNotes: false,
    report: false,
    arrange: false,
  };
  return {
    scope: mint<ReviewScope>({ reviewId, minutesId, meetingId, attendanceId, personId }),
    draft: mint<MeetingScope>({ meetingId, groupId, can, attendanceId }),
  };
}
