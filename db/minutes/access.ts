import type { Executor } from '#db/client.ts';

// What the gates of minutes ask before there is a scope. Only server/minutes/access.ts imports this file.

/** Whether this attendee was asked to review, in the review that is open now. */
export async function reviewsNow(db: Executor, meetingId: string, attendanceId: string): Promise<boolean> {
  const row = await db
    .selectFrom('reviewers')
    .innerJoin('reviews', 'reviews.id', 'reviewers.reviewId')
    .innerJoin('minutes', 'minutes.id', 'reviews.minutesId')
    .select('reviewers.reviewId')
    .where('minutes.meetingId', '=', meetingId)
    .where('reviewers.attendanceId', '=', attendanceId)
    .where('reviews.closedAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
