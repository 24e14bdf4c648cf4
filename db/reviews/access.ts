import type { MeetingStatus } from '#app/model/meetings.ts';
import type { MinutesState } from '#app/model/minutes.ts';
import type { Executor } from '#db/client.ts';

// What gates ask before there is a scope. Only server/*/access.ts imports this file.

export interface ReviewForAccess {
  reviewId: string;
  minutesId: string;
  minutesState: MinutesState;
  meetingId: string;
  meetingStatus: MeetingStatus;
  groupId: string;
  attendanceId: string;
  personId: string;
}

/** The latest review of the minutes of the meeting that somebody is on the list of; undefined: no review, or no longer on the list. */
export async function findReviewForAccess(
  db: Executor,
  by: { attendanceId: string } | { slug: string; personId: string },
): Promise<ReviewForAccess | undefined> {
  const query = db
    .selectFrom('attendances')
    .innerJoin('meetings', 'meetings.id', 'attendances.meetingId')
    .innerJoin('minutes', 'minutes.meetingId', 'meetings.id')
    .innerJoin('reviews', 'reviews.minutesId', 'minutes.id')
    .select(['reviews.id as reviewId', 'minutes.id as minutesId', 'minutes.state as minutesState', 'meetings.id as meetingId'])
    .select(['meetings.status as meetingStatus', 'meetings.groupId', 'attendances.id as attendanceId', 'attendances.personId']);
  const found =
    'attendanceId' in by
      ? query.where('attendances.id', '=', by.attendanceId)
      : query.where('meetings.slug', '=', by.slug).where('attendances.personId', '=', by.personId);
  return found.orderBy('reviews.openedAt', 'desc').limit(1).executeTakeFirst();
}
