import type { ProposedIdentity } from './complements.ts';
import type { MeetingStatus } from './meetings.ts';
import type { MinutesState } from './minutes.ts';

/** Days between opening a review and its deadline, unless told; and the furthest deadline that there may be. */
export const REVIEW_DAYS = { usual: 7, most: 180 } as const;
/** Most characters, as the tables hold them. */
export const REVIEW_LIMITS = { message: 5000, name: 200, function: 200, organisation: 200 } as const;

/**
 * Whether proposals are taken, or why not (any more): over, the last day has passed; closed by an organiser; reopened, the
 * minutes are a draft again; settled, they are approved or published; cancelled, the meeting is.
 */
export type ReviewWindow = 'open' | 'over' | 'closed' | 'reopened' | 'settled' | 'cancelled';

/** What the window depends on. */
export interface ReviewFacts {
  /** Last day on which proposals are taken, ISO, in the meeting's zone. */
  deadline: string;
  /** Instant. */
  closedAt: string | null;
  timeZone: string;
  minutesState: MinutesState;
  meetingStatus: MeetingStatus;
}

export function reviewWindow(review: ReviewFacts, now: Temporal.Instant): ReviewWindow {
  if (review.meetingStatus === 'cancelled') return 'cancelled';
  if (review.minutesState === 'approved' || review.minutesState === 'published') return 'settled';
  if (review.minutesState === 'draft') return 'reopened';
  if (review.closedAt !== null) return 'closed';
  return daysLeft(review, now) < 0 ? 'over' : 'open';
}

/** Whole days until the deadline where the meeting is: 0 on the day itself, negative afterwards. */
export function daysLeft({ deadline, timeZone }: { deadline: string; timeZone: string }, now: Temporal.Instant): number {
  return todayIn(timeZone, now).until(Temporal.PlainDate.from(deadline)).days;
}

export function todayIn(timeZone: string, now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO(timeZone).toPlainDate();
}

/** What somebody who was asked has done so far. */
export const REVIEWER_STATES = ['proposed', 'nothing', 'opened', 'silent'] as const;
export type ReviewerState = (typeof REVIEWER_STATES)[number];

/** `proposals`: those that they did not withdraw. Who proposed something has answered, whether they said « terminé » or not. */
export function reviewerState(reviewer: { proposals: number; answeredAt: string | null; firstOpenedAt: string | null }): ReviewerState {
  if (reviewer.proposals > 0) return 'proposed';
  if (reviewer.answeredAt) return 'nothing';
  return reviewer.firstOpenedAt ? 'opened' : 'silent';
}

/** « Julien Castaing, chargé de mission, Département de l’Aude »: how minutes name somebody; the base text of an identity. */
export function identityLine({ name, function: role, organisation }: ProposedIdentity): string {
  return [name, role, organisation].filter(Boolean).join(', ');
}
