import { findReviewedMeeting } from '#db/reviews/read.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import type { Services } from '#server/services.ts';
import { checkDeadline, hasNothingToReview } from './open-review.ts';
import { listReviewerChoices } from './reviewed-people.ts';

export type PlannedReview =
  /** How many of those ticked have an address to write to, and how many have none. */
  { ok: true; reachable: number; unreachable: number } | { ok: false; reason: 'deadline_past' | 'deadline_far' | 'nobody' | 'empty' };

/** What opening a review would do, for the organiser to confirm. Changes nothing. */
export async function planReview(
  services: Services,
  scope: OrganisedMeeting,
  { deadline, people }: { deadline: string; people: readonly string[] },
): Promise<PlannedReview> {
  const [{ timeZone }, choices] = await Promise.all([findReviewedMeeting(services.db, scope), listReviewerChoices(services, scope)]);
  const fault = checkDeadline(deadline, timeZone, services.clock.now());
  if (fault) return { ok: false, reason: fault };
  if (await hasNothingToReview(services, scope)) return { ok: false, reason: 'empty' };
  const asked = choices.filter(({ attendanceId }) => people.includes(attendanceId));
  if (asked.length === 0) return { ok: false, reason: 'nobody' };
  const reachable = asked.filter((person) => person.reachable).length;
  return { ok: true, reachable, unreachable: asked.length - reachable };
}
