import type { NotNull } from 'kysely';
import type { Language } from '#app/model/language.ts';
import type { ReviewFacts } from '#app/model/reviews.ts';
import type { Executor, Trx } from '#db/client.ts';
import type { ReviewerToWrite } from './write.ts';

// What the morning's job, and the button « Relancer », ask and write down.

export interface ReviewDue extends ReviewFacts {
  id: string;
  minutesId: string;
  /** Instants. */
  digestedAt: string;
  summarisedAt: string | null;
  /** ISO day. */
  toldDeadline: string | null;
}

/** Reviews of which something may have to be told: those that are not closed, and those whose proposers wait for the outcome. */
export async function listReviewsDue(db: Executor, { limit }: { limit: number }): Promise<ReviewDue[]> {
  return due(db)
    .where((eb) => eb.or([eb('reviews.closedAt', 'is', null), eb('reviews.summarisedAt', 'is', null)]))
    .orderBy('reviews.openedAt', 'desc')
    .limit(limit)
    .execute();
}

/** One of them, held until the end of the transaction: those who propose at this moment are waited for. */
export async function takeReviewDue(trx: Trx, reviewId: string): Promise<ReviewDue | undefined> {
  return due(trx).where('reviews.id', '=', reviewId).forUpdate('reviews').executeTakeFirst();
}

function due(db: Executor) {
  return db
    .selectFrom('reviews')
    .innerJoin('minutes', 'minutes.id', 'reviews.minutesId')
    .innerJoin('meetings', 'meetings.id', 'minutes.meetingId')
    .select(['reviews.id', 'reviews.minutesId', 'reviews.deadline', 'reviews.closedAt', 'reviews.digestedAt', 'reviews.summarisedAt'])
    .select(['reviews.toldDeadline', 'minutes.state as minutesState', 'meetings.status as meetingStatus', 'meetings.timeZone']);
}

export async function markReview(
  trx: Trx,
  reviewId: string,
  told: { digestedAt?: string; toldDeadline?: string; summarisedAt?: string },
): Promise<void> {
  await trx.updateTable('reviews').set(told).where('id', '=', reviewId).execute();
}

/**
 * Reviewers with an address of whom nothing came, no answer and no proposal, and who were not written to since `before`
 * (an instant); held until the end of the transaction.
 */
export async function lockSilentReviewers(
  trx: Trx,
  { reviewId, minutesId, before }: { reviewId: string; minutesId: string; before: string },
): Promise<(ReviewerToWrite & { email: string; timeZone: string })[]> {
  return trx
    .selectFrom('reviewers')
    .innerJoin('attendances', 'attendances.id', 'reviewers.attendanceId')
    .innerJoin('people', 'people.id', 'attendances.personId')
    .select(['attendances.id as attendanceId', 'people.id as personId', 'attendances.givenName', 'attendances.familyName'])
    .select(['people.email', 'people.language', 'people.timeZone'])
    .where('reviewers.reviewId', '=', reviewId)
    .where('reviewers.answeredAt', 'is', null)
    .where('reviewers.invitedAt', '<=', before)
    .where((eb) => eb.or([eb('reviewers.remindedAt', 'is', null), eb('reviewers.remindedAt', '<=', before)]))
    .where('people.email', 'is not', null)
    .$narrowType<{ email: NotNull }>()
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('complements')
            .select('complements.id')
            .whereRef('complements.attendanceId', '=', 'attendances.id')
            .where('complements.minutesId', '=', minutesId)
            .where('complements.state', '!=', 'withdrawn'),
        ),
      ),
    )
    .orderBy('attendances.id')
    .forUpdate('reviewers')
    .execute();
}

export async function markReminded(
  trx: Trx,
  { reviewId, attendanceIds, now }: { reviewId: string; attendanceIds: readonly string[]; now: string },
): Promise<void> {
  if (attendanceIds.length === 0) return;
  await trx
    .updateTable('reviewers')
    .set({ remindedAt: now })
    .where('reviewId', '=', reviewId)
    .where('attendanceId', 'in', [...attendanceIds])
    .execute();
}

/** Who organises the review: the organisers of the group and who opened it, with an address. */
export async function listReviewOrganisers(
  db: Executor,
  reviewId: string,
): Promise<{ personId: string; givenName: string; familyName: string; email: string; language: Language }[]> {
  return db
    .selectFrom('reviews')
    .innerJoin('minutes', 'minutes.id', 'reviews.minutesId')
    .innerJoin('meetings', 'meetings.id', 'minutes.meetingId')
    .innerJoin('people', (join) =>
      join.on((eb) =>
        eb.or([
          eb('people.id', '=', eb.ref('reviews.openedBy')),
          eb(
            'people.id',
            'in',
            eb
              .selectFrom('memberships')
              .select('memberships.personId')
              .whereRef('memberships.groupId', '=', 'meetings.groupId')
              .where('memberships.role', '=', 'organiser'),
          ),
        ]),
      ),
    )
    .select(['people.id as personId', 'people.givenName', 'people.familyName', 'people.email', 'people.language'])
    .where('reviews.id', '=', reviewId)
    .where('people.email', 'is not', null)
    .$narrowType<{ email: NotNull }>()
    .orderBy('people.id')
    .limit(50)
    .execute();
}

/** Authors of what was proposed in a review, withdrawn or not apart, who have an address. */
export async function listProposers(db: Executor, reviewId: string): Promise<(ReviewerToWrite & { email: string })[]> {
  return db
    .selectFrom('attendances')
    .innerJoin('people', 'people.id', 'attendances.personId')
    .select(['attendances.id as attendanceId', 'people.id as personId', 'attendances.givenName', 'attendances.familyName'])
    .select(['people.email', 'people.language'])
    .where('people.email', 'is not', null)
    .$narrowType<{ email: NotNull }>()
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('complements')
          .select('complements.id')
          .whereRef('complements.attendanceId', '=', 'attendances.id')
          .where('complements.reviewId', '=', reviewId)
          .where('complements.state', '!=', 'withdrawn'),
      ),
    )
    .orderBy('attendances.id')
    .execute();
}

/** How many proposals of a review wait for a decision. */
export async function countUndecided(db: Executor, reviewId: string): Promise<number> {
  const { count } = await db
    .selectFrom('complements')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('reviewId', '=', reviewId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return count;
}
