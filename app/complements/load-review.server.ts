import { getLocale } from '#app/locale.ts';
import { formatWhen, sentenceCase } from '#app/model/format-when.ts';
import { reviewerState, reviewWindow } from '#app/model/reviews.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { whenOf } from '#app/model/when.ts';
import { findMeeting } from '#db/meetings/read.ts';
import { readMinutesStatus } from '#db/minutes/read-status.ts';
import { findReview, listReviewers } from '#db/reviews/read.ts';
import { isDecidable, isReopenable } from '#server/complements/policy.ts';
import { readDifferences } from '#server/complements/read-differences.ts';
import { readReviewDraft } from '#server/complements/read-review-draft.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import type { Services } from '#server/services.ts';
import { nextOpen } from './next-open.ts';
import { parseView } from './review-query.ts';

export type Screen = Awaited<ReturnType<typeof loadReview>>;

/** Everything that the organiser's screen shows. */
export async function loadReview(services: Services, by: { scope: OrganisedMeeting; viewer: Viewer }, query: URLSearchParams) {
  const { scope } = by;
  const [meeting, status, review, draft] = await Promise.all([
    findMeeting(services.db, scope),
    readMinutesStatus(services.db, scope),
    findReview(services.db, scope),
    readReviewDraft(services, scope),
  ]);
  const isOpen = review !== null && reviewWindow(review, services.clock.now()) === 'open';
  const reviewers = isOpen ? await listReviewers(services.db, scope, review.id, { limit: 500 }) : [];
  const reading = reviewers.filter((reviewer) => reviewerState(reviewer) === 'opened');
  const { slug, title, timeZone, groupName, groupSlug } = meeting;
  const when = sentenceCase(formatWhen(whenOf(meeting.edtf), { zone: timeZone, locale: getLocale() }).full);
  const asked = query.get('at');
  const view = parseView(query.get('view'));
  const since = { slug, latest: status.latest, openedAt: review?.openedAt ?? null };
  return {
    meeting: { id: scope.meetingId, slug, title, timeZone, when, groupName, groupSlug },
    ...{ status, draft, view },
    diff: view === 'diff' ? await readDifferences(services, by, since) : null,
    isReviewOpen: isOpen,
    reading: reading.map(({ personId, givenName, familyName }) => ({ id: personId, name: `${givenName} ${familyName}`.trim() })),
    can: { decide: isDecidable(status.state), reopen: isReopenable(status.state) },
    at: asked && draft.proposals[asked]?.state === 'open' ? asked : nextOpen(draft, asked),
    ...{ done: query.get('done'), ask: query.get('ask') },
  };
}
