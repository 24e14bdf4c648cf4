import { sql } from 'kysely';
import type { Answer } from '#app/model/attendance.ts';
import type { ReviewFacts } from '#app/model/reviews.ts';
import type { MeetingScope, ReviewScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

export interface ReviewOfMeeting extends ReviewFacts {
  id: string;
  /** Instant. */
  openedAt: string;
  openedByName: string;
  message: string;
}

/** The latest review of a meeting's minutes, for those who organise it; null: there was none. */
export async function findReview(db: Executor, scope: MeetingScope): Promise<ReviewOfMeeting | null> {
  if (!scope.can.organise) return null;
  const row = await reviewFacts(db)
    .where('meetings.id', '=', scope.meetingId)
    .orderBy('reviews.openedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** The same for one who was asked to read. */
export async function findReviewToRead(db: Executor, scope: ReviewScope): Promise<ReviewOfMeeting> {
  return reviewFacts(db).where('reviews.id', '=', scope.reviewId).executeTakeFirstOrThrow();
}

function reviewFacts(db: Executor) {
  return db
    .selectFrom('reviews')
    .innerJoin('minutes', 'minutes.id', 'reviews.minutesId')
    .innerJoin('meetings', 'meetings.id', 'minutes.meetingId')
    .leftJoin('people as opener', 'opener.id', 'reviews.openedBy')
    .select(['reviews.id', 'reviews.openedAt', 'reviews.message', 'reviews.deadline', 'reviews.closedAt'])
    .select(['minutes.state as minutesState', 'meetings.status as meetingStatus', 'meetings.timeZone'])
    .select(sql<string>`coalesce(opener.given_name || ' ' || opener.family_name, '')`.as('openedByName'));
}

/** The meeting that a review is about, as its pages name it. */
export async function findReviewedMeeting(db: Executor, { meetingId }: { meetingId: string }) {
  return db
    .selectFrom('meetings')
    .innerJoin('groups', 'groups.id', 'meetings.groupId')
    .select(['meetings.slug', 'meetings.title', 'meetings.edtf', 'meetings.timeZone', 'groups.name as groupName'])
    .where('meetings.id', '=', meetingId)
    .executeTakeFirstOrThrow();
}

export interface OwnReview {
  givenName: string;
  familyName: string;
  function: string;
  organisationName: string;
  answer: Answer;
  substituteName: string;
  substituteFunction: string;
  /** Instants; null: not yet. */
  answeredAt: string | null;
  firstOpenedAt: string | null;
}

/** How the list of the meeting names the reader, and what they said so far; null: taken off the list since. */
export async function findOwnReview(db: Executor, scope: ReviewScope): Promise<OwnReview | null> {
  const row = await db
    .selectFrom('attendances')
    .leftJoin('reviewers', (join) => join.onRef('reviewers.attendanceId', '=', 'attendances.id').on('reviewId', '=', scope.reviewId))
    .select(['attendances.givenName', 'attendances.familyName', 'attendances.function', 'attendances.organisationName'])
    .select(['attendances.answer', 'attendances.substituteName', 'attendances.substituteFunction'])
    .select(['reviewers.answeredAt', 'reviewers.firstOpenedAt'])
    .where('attendances.id', '=', scope.attendanceId)
    .where('attendances.meetingId', '=', scope.meetingId)
    .executeTakeFirst();
  return row ?? null;
}

export interface Reviewer {
  attendanceId: string;
  personId: string;
  givenName: string;
  familyName: string;
  function: string;
  organisationName: string;
  /** Whether there is an address to write to. */
  reachable: boolean;
  remindedAt: string | null;
  firstOpenedAt: string | null;
  answeredAt: string | null;
  /** What they proposed and did not withdraw. */
  proposals: number;
}

/** Who was asked to read, and what they did, by name; nobody for who does not organise the meeting. */
export async function listReviewers(
  db: Executor,
  scope: MeetingScope,
  reviewId: string,
  { limit }: { limit: number },
): Promise<Reviewer[]> {
  if (!scope.can.organise) return [];
  return db
    .selectFrom('reviewers')
    .innerJoin('reviews', 'reviews.id', 'reviewers.reviewId')
    .innerJoin('attendances', 'attendances.id', 'reviewers.attendanceId')
    .innerJoin('people', 'people.id', 'attendances.personId')
    .select(['attendances.id as attendanceId', 'people.id as personId', 'attendances.givenName', 'attendances.familyName'])
    .select([
      'attendances.function',
      'attendances.organisationName',
      'reviewers.remindedAt',
      'reviewers.firstOpenedAt',
      'reviewers.answeredAt',
    ])
    .select((eb) => [
      eb('people.email', 'is not', null).$castTo<boolean>().as('reachable'),
      sql<number>`(select count(*) from complements where complements.attendance_id = attendances.id
        and complements.minutes_id = reviews.minutes_id and complements.state <> 'withdrawn')`.as('proposals'),
    ])
    .where('reviewers.reviewId', '=', reviewId)
    .where('attendances.meetingId', '=', scope.meetingId)
    .orderBy('attendances.familyName')
    .orderBy('attendances.id')
    .limit(limit)
    .execute();
}

export interface PossibleReviewer {
  attendanceId: string;
  personId: string;
  givenName: string;
  familyName: string;
  function: string;
  organisationName: string;
  answer: Answer;
  checkedInAt: string | null;
  reachable: boolean;
}

/** Everybody on the list of the meeting, by name; nobody for who does not organise it. */
export async function listPossibleReviewers(db: Executor, scope: MeetingScope, { limit }: { limit: number }): Promise<PossibleReviewer[]> {
  if (!scope.can.organise) return [];
  return db
    .selectFrom('attendances')
    .innerJoin('people', 'people.id', 'attendances.personId')
    .select(['attendances.id as attendanceId', 'people.id as personId', 'attendances.givenName', 'attendances.familyName'])
    .select(['attendances.function', 'attendances.organisationName', 'attendances.answer', 'attendances.checkedInAt'])
    .select((eb) => eb('people.email', 'is not', null).$castTo<boolean>().as('reachable'))
    .where('attendances.meetingId', '=', scope.meetingId)
    .orderBy('attendances.familyName')
    .orderBy('attendances.id')
    .limit(limit)
    .execute();
}

/** The review that somebody on the list of a meeting can take part in, for its page; null: none is open, or not on the list. */
export async function findReviewToJoin(db: Executor, scope: MeetingScope): Promise<{ deadline: string; answered: boolean } | null> {
  if (!scope.attendanceId) return null;
  const row = await db
    .selectFrom('reviews')
    .innerJoin('minutes', 'minutes.id', 'reviews.minutesId')
    .leftJoin('reviewers', (join) =>
      join.onRef('reviewers.reviewId', '=', 'reviews.id').on('reviewers.attendanceId', '=', scope.attendanceId),
    )
    .select(['reviews.deadline', 'reviewers.answeredAt'])
    .where('minutes.meetingId', '=', scope.meetingId)
    .where('minutes.state', '=', 'in_review')
    .where('reviews.closedAt', 'is', null)
    .executeTakeFirst();
  return row ? { deadline: row.deadline, answered: row.answeredAt !== null } : null;
}
