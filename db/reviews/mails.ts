import { sql } from 'kysely';
import type { ComplementKind, ProposedIdentity, ProposedText } from '#app/model/complements.ts';
import type { ReviewFacts } from '#app/model/reviews.ts';
import type { Executor } from '#db/client.ts';

// What mails about a review ask when they leave.

export interface ReviewForMail extends ReviewFacts {
  minutesId: string;
  meetingId: string;
  openedBy: string | null;
  message: string;
  slug: string;
  title: string;
  edtf: string;
  groupName: string;
}

/** A review and its meeting; undefined: it is no more. */
export async function findReviewForMail(db: Executor, reviewId: string): Promise<ReviewForMail | undefined> {
  return db
    .selectFrom('reviews')
    .innerJoin('minutes', 'minutes.id', 'reviews.minutesId')
    .innerJoin('meetings', 'meetings.id', 'minutes.meetingId')
    .innerJoin('groups', 'groups.id', 'meetings.groupId')
    .select(['reviews.minutesId', 'minutes.meetingId', 'reviews.openedBy', 'reviews.message', 'reviews.deadline', 'reviews.closedAt'])
    .select(['minutes.state as minutesState', 'meetings.status as meetingStatus', 'meetings.timeZone'])
    .select(['meetings.slug', 'meetings.title', 'meetings.edtf', 'groups.name as groupName'])
    .where('reviews.id', '=', reviewId)
    .executeTakeFirst();
}

export interface ProposalInMail {
  kind: ComplementKind;
  authorName: string;
  proposed: ProposedText | ProposedIdentity | null;
  baseText: string;
  comment: string;
}

/** What was proposed in a review after an instant and until another, oldest first, withdrawn ones left out. */
export async function listNewProposals(
  db: Executor,
  { reviewId, from, to, limit }: { reviewId: string; from: string; to: string; limit: number },
): Promise<ProposalInMail[]> {
  return db
    .selectFrom('complements')
    .select(['kind', 'authorName', 'baseText', 'comment'])
    .select((eb) => eb.ref('proposed').$castTo<ProposalInMail['proposed']>().as('proposed'))
    .where('reviewId', '=', reviewId)
    .where('state', '!=', 'withdrawn')
    .where('createdAt', '>', from)
    .where('createdAt', '<=', to)
    .orderBy('createdAt')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Who said in the same time that they had said all, by name. */
export async function listNewAnswers(
  db: Executor,
  { reviewId, from, to, limit }: { reviewId: string; from: string; to: string; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('reviewers')
    .innerJoin('attendances', 'attendances.id', 'reviewers.attendanceId')
    .select(sql<string>`trim(attendances.given_name || ' ' || attendances.family_name)`.as('name'))
    .where('reviewId', '=', reviewId)
    .where('reviewers.answeredAt', '>', from)
    .where('reviewers.answeredAt', '<=', to)
    .orderBy('attendances.familyName')
    .limit(limit)
    .execute();
  return rows.map((row) => row.name);
}

export interface ReviewCounts {
  asked: number;
  /** Said that they had said all, or proposed something. */
  answered: number;
  proposals: number;
  /** Of these, those that wait for a decision. */
  undecided: number;
}

export async function countReview(db: Executor, reviewId: string): Promise<ReviewCounts> {
  const { rows } = await sql<ReviewCounts>`
    select count(*) as asked,
      count(*) filter (where answered_at is not null or exists (
        select from complements where complements.attendance_id = reviewers.attendance_id
          and complements.review_id = reviewers.review_id and complements.state <> 'withdrawn')) as answered,
      (select count(*) from complements where review_id = ${reviewId} and state <> 'withdrawn') as proposals,
      (select count(*) from complements where review_id = ${reviewId} and state = 'open') as undecided
    from reviewers where review_id = ${reviewId}`.execute(db);
  return rows[0] ?? { asked: 0, answered: 0, proposals: 0, undecided: 0 };
}
