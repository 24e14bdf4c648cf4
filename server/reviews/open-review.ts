import { REVIEW_DAYS, todayIn } from '#app/model/reviews.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findMeetingState } from '#db/attendance/invitations.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { holdMinutes } from '#db/minutes/write-state.ts';
import { findReviewersToWrite, insertReview, insertReviewers, lockOpenReview } from '#db/reviews/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import { changeStateWithin } from '#server/minutes/change-state.ts';
import { keepNotesWithin } from '#server/notes/history/keep-versions.ts';
import { readNotes } from '#server/notes/read-notes.ts';
import type { Services } from '#server/services.ts';
import { queueToReviewer } from './queue-review-mail.ts';
import { paragraphsIn } from './read-draft.ts';

export interface ReviewToOpen {
  /** From the form: the same form sent twice opens one review. */
  id: string;
  /** ISO day, the last on which proposals are taken, in the meeting's zone. */
  deadline: string;
  /** Clean (cleanText). */
  message: string;
  /** Attendances. */
  people: readonly string[];
  /** How many people get a mail, as the organiser confirmed it. */
  expected: number;
}

export type OpenedReview =
  /** `written`: mails that leave now; the others who were asked have no address. */
  | { ok: true; written: number }
  | { ok: false; reason: 'deadline_past' | 'deadline_far' | 'nobody' | 'empty' | 'cancelled' }
  /** Somebody (or the same form) opened it before. */
  | { ok: false; reason: 'already' }
  /** The minutes are not a draft any more. */
  | { ok: false; reason: 'wrong_state' }
  /** People came off the list, or addresses changed, since the number was shown. */
  | { ok: false; reason: 'count_changed'; count: number };

/** Whether a day may be the deadline of a review: not before today, not beyond all use. */
export function checkDeadline(deadline: string, timeZone: string, now: Temporal.Instant): 'deadline_past' | 'deadline_far' | null {
  const days = todayIn(timeZone, now).until(Temporal.PlainDate.from(deadline)).days;
  if (days < 0) return 'deadline_past';
  return days > REVIEW_DAYS.most ? 'deadline_far' : null;
}

/** Whether nobody has written a word in the notes. */
export async function hasNothingToReview(services: Services, scope: OrganisedMeeting): Promise<boolean> {
  const notes = await readNotes(services, scope);
  return paragraphsIn(notes.flatMap((section) => section.blocks)).length === 0;
}

/**
 * Opens the review of a meeting's minutes: they leave the state of a draft, and everybody asked who has an address gets
 * their link, in one transaction.
 */
export async function openReview(
  services: Services,
  { viewer, scope, review }: { viewer: Viewer; scope: OrganisedMeeting; review: ReviewToOpen },
): Promise<OpenedReview> {
  const { meetingId } = scope;
  if (await hasNothingToReview(services, scope)) return { ok: false, reason: 'empty' };
  let afterCommit = () => {};
  const opened = await inTransaction<OpenedReview>(services.db, async (trx) => {
    const meeting = await findMeetingState(trx, meetingId);
    if (meeting.status !== 'scheduled') return { ok: false, reason: 'cancelled' };
    const fault = checkDeadline(review.deadline, meeting.timeZone, services.clock.now());
    if (fault) return { ok: false, reason: fault };
    const minutes = await holdMinutes(trx, meetingId);
    if (await lockOpenReview(trx, minutes.id)) return { ok: false, reason: 'already' };
    const people = await findReviewersToWrite(trx, { meetingId, attendanceIds: review.people });
    const reachable = people.filter((person) => person.email !== null);
    if (people.length === 0) return { ok: false, reason: 'nobody' };
    if (reachable.length !== review.expected) return { ok: false, reason: 'count_changed', count: reachable.length };
    // a second round needs no new state
    if (minutes.state !== 'in_review') {
      const changed = await changeStateWithin(trx, services, scope, viewer, { to: 'in_review' });
      if (!changed.ok) return { ok: false, reason: 'wrong_state' };
      afterCommit = changed.afterCommit;
    }
    const now = services.clock.now().toString();
    const { id, deadline, message } = review;
    const row = { id, minutesId: minutes.id, openedAt: now, openedBy: viewer.personId, deadline, message };
    // sent before, and closed since: nothing opens again by an old form
    if (!(await insertReview(trx, row))) return { ok: false, reason: 'already' };
    await insertReviewers(trx, { reviewId: id, attendanceIds: people.map((person) => person.attendanceId), now });
    for (const person of reachable) await invite(trx, services, id, person);
    // what changes from now on is shown against this
    await keepNotesWithin(trx, meetingId, services.clock.now());
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'review.open', subjectType: 'meeting', subjectId: meetingId },
      detail: { reviewId: id, deadline, people: people.length, written: reachable.length },
    });
    return { ok: true, written: reachable.length };
  });
  if (opened.ok) {
    afterCommit();
    services.live.changed(meetingId, 'minutes');
  }
  return opened;
}

async function invite(trx: Trx, services: Services, reviewId: string, person: Awaited<ReturnType<typeof findReviewersToWrite>>[number]) {
  const { attendanceId } = person;
  await queueToReviewer(trx, services, person, {
    template: 'review-invitation',
    payload: { reviewId, attendanceId },
    dedupeKey: `review-invitation:${reviewId}:${attendanceId}`,
  });
}
