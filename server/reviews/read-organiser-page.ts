import type { MinutesState } from '#app/model/minutes.ts';
import { REVIEW_DAYS, type ReviewerState, type ReviewWindow, reviewerState, reviewWindow, todayIn } from '#app/model/reviews.ts';
import { findMinutesState } from '#db/minutes/read.ts';
import { findReview, findReviewedMeeting, listReviewers, type Reviewer } from '#db/reviews/read.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import type { Services } from '#server/services.ts';
import { listReviewerChoices, MAX_REVIEWERS, type ReviewerChoice } from './reviewed-people.ts';

/** What organisers see of a review: who was asked and what they did; or, while none is open, what opening one needs. */
export interface OrganiserPageData {
  meeting: { slug: string; title: string; timeZone: string };
  minutesState: MinutesState;
  review: {
    id: string;
    window: ReviewWindow;
    deadline: string;
    openedAt: string;
    openedByName: string;
    message: string;
    reviewers: (Reviewer & { state: ReviewerState })[];
  } | null;
  /** Null: none can be opened now. */
  opening: { today: string; deadline: string; latest: string; people: ReviewerChoice[] } | null;
}

export async function readOrganiserPage(services: Services, scope: OrganisedMeeting): Promise<OrganiserPageData> {
  const { db, clock } = services;
  const [meeting, review, minutes] = await Promise.all([
    findReviewedMeeting(db, scope),
    findReview(db, scope),
    findMinutesState(db, scope),
  ]);
  const minutesState = minutes?.state ?? 'draft';
  const now = clock.now();
  const running = review !== null && review.closedAt === null && minutesState === 'in_review';
  const today = todayIn(meeting.timeZone, now);
  const mayOpen = !running && minutesState !== 'approved' && review?.meetingStatus !== 'cancelled';
  const reviewers = review ? await listReviewers(db, scope, review.id, { limit: MAX_REVIEWERS }) : [];
  return {
    meeting,
    minutesState,
    review: review && {
      ...{ id: review.id, window: reviewWindow(review, now), deadline: review.deadline, openedAt: review.openedAt },
      ...{ openedByName: review.openedByName, message: review.message },
      reviewers: reviewers.map((reviewer) => ({ ...reviewer, state: reviewerState(reviewer) })),
    },
    opening: mayOpen
      ? {
          today: today.toString(),
          deadline: today.add({ days: REVIEW_DAYS.usual }).toString(),
          latest: today.add({ days: REVIEW_DAYS.most }).toString(),
          people: await listReviewerChoices(services, scope),
        }
      : null,
  };
}
