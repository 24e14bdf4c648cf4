import type { Language } from '#app/model/language.ts';
import type { ReviewFacts } from '#app/model/reviews.ts';
import type { Trx } from '#db/client.ts';

export interface NewReview {
  id: string;
  minutesId: string;
  openedAt: string;
  openedBy: string;
  /** ISO day. */
  deadline: string;
  message: string;
}

/** False: this form was sent before, or another review of these minutes is open. */
export async function insertReview(trx: Trx, review: NewReview): Promise<boolean> {
  const row = await trx
    .insertInto('reviews')
    .values({ ...review, digestedAt: review.openedAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Somebody who is written to. */
export interface ReviewerToWrite {
  attendanceId: string;
  personId: string;
  givenName: string;
  familyName: string;
  /** Null: nobody knows an address of theirs. */
  email: string | null;
  language: Language;
}

/** Those of these attendances that are on the list of the meeting, with where to write to them. */
export async function findReviewersToWrite(
  trx: Trx,
  { meetingId, attendanceIds }: { meetingId: string; attendanceIds: readonly string[] },
): Promise<ReviewerToWrite[]> {
  if (attendanceIds.length === 0) return [];
  return trx
    .selectFrom('attendances')
    .innerJoin('people', 'people.id', 'attendances.personId')
    .select(['attendances.id as attendanceId', 'people.id as personId', 'attendances.givenName', 'attendances.familyName'])
    .select(['people.email', 'people.language'])
    .where('attendances.meetingId', '=', meetingId)
    .where('attendances.id', 'in', [...attendanceIds])
    .orderBy('attendances.id')
    .execute();
}

export async function insertReviewers(
  trx: Trx,
  { reviewId, attendanceIds, now }: { reviewId: string; attendanceIds: readonly string[]; now: string },
): Promise<void> {
  if (attendanceIds.length === 0) return;
  await trx
    .insertInto('reviewers')
    .values(attendanceIds.map((attendanceId) => ({ reviewId, attendanceId, invitedAt: now })))
    .onConflict((conflict) => conflict.columns(['reviewId', 'attendanceId']).doNothing())
    .execute();
}

export interface HeldReview extends ReviewFacts {
  id: string;
  minutesId: string;
  meetingId: string;
}

/**
 * A review, held until the end of the transaction: `share` by those who propose, side by side; `update` by who changes the
 * review, who then waits for them. Undefined: there is none.
 */
export async function lockReview(trx: Trx, reviewId: string, strength: 'share' | 'update'): Promise<HeldReview | undefined> {
  const query = trx
    .selectFrom('reviews')
    .innerJoin('minutes', 'minutes.id', 'reviews.minutesId')
    .innerJoin('meetings', 'meetings.id', 'minutes.meetingId')
    .select(['reviews.id', 'reviews.minutesId', 'minutes.meetingId', 'reviews.deadline', 'reviews.closedAt', 'meetings.timeZone'])
    .select(['minutes.state as minutesState', 'meetings.status as meetingStatus'])
    .where('reviews.id', '=', reviewId);
  // the state of the minutes is held too: they are approved after a proposal that was taken, or before one that is refused
  const held = strength === 'share' ? query.forShare(['reviews', 'minutes']) : query.forUpdate('reviews');
  return held.executeTakeFirst();
}

/** The review of these minutes that is not closed, held; undefined: there is none. */
export async function lockOpenReview(trx: Trx, minutesId: string): Promise<{ id: string } | undefined> {
  return trx
    .selectFrom('reviews')
    .select('id')
    .where('minutesId', '=', minutesId)
    .where('closedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

export async function closeRow(trx: Trx, { id, by, now }: { id: string; by: string | null; now: string }): Promise<void> {
  await trx.updateTable('reviews').set({ closedAt: now, closedBy: by }).where('id', '=', id).execute();
}

export async function updateDeadline(trx: Trx, { id, deadline }: { id: string; deadline: string }): Promise<void> {
  await trx.updateTable('reviews').set({ deadline }).where('id', '=', id).execute();
}

interface OfReviewer {
  reviewId: string;
  attendanceId: string;
  now: string;
}

/** Holds the line of a reviewer, and makes it for a participant who was not asked and came by themselves. */
export async function holdReviewer(trx: Trx, { reviewId, attendanceId, now }: OfReviewer): Promise<{ answeredAt: string | null }> {
  return trx
    .insertInto('reviewers')
    .values({ reviewId, attendanceId, invitedAt: now, firstOpenedAt: now })
    .onConflict((conflict) =>
      conflict.columns(['reviewId', 'attendanceId']).doUpdateSet((eb) => ({
        firstOpenedAt: eb.fn.coalesce('reviewers.firstOpenedAt', 'excluded.firstOpenedAt'),
      })),
    )
    .returning('answeredAt')
    .executeTakeFirstOrThrow();
}

/** Writes down that a reviewer has said all they had to say; the first hour stays. */
export async function markAnswered(trx: Trx, { reviewId, attendanceId, now }: OfReviewer): Promise<void> {
  await trx
    .updateTable('reviewers')
    .set((eb) => ({ answeredAt: eb.fn.coalesce('answeredAt', eb.cast<string>(eb.val(now), 'timestamptz')) }))
    .where('reviewId', '=', reviewId)
    .where('attendanceId', '=', attendanceId)
    .execute();
}

/** Somebody who was asked to review; undefined: they were not, or are off the list of the meeting. */
export async function lockReviewer(
  trx: Trx,
  { reviewId, meetingId, attendanceId }: { reviewId: string; meetingId: string; attendanceId: string },
): Promise<{ personId: string } | undefined> {
  return trx
    .selectFrom('reviewers')
    .innerJoin('attendances', 'attendances.id', 'reviewers.attendanceId')
    .select('attendances.personId')
    .where('reviewers.reviewId', '=', reviewId)
    .where('reviewers.attendanceId', '=', attendanceId)
    .where('attendances.meetingId', '=', meetingId)
    .forUpdate('reviewers')
    .executeTakeFirst();
}
