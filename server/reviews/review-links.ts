import { type Locale, localePath } from '#app/locale.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Executor } from '#db/client.ts';
import { findReview } from '#db/reviews/read.ts';
import { lockReviewer } from '#db/reviews/write.ts';
import { inTransaction } from '#db/transaction.ts';
import { mintLink } from '#server/accounts/link-tokens.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import type { Services } from '#server/services.ts';

/** A link outlives the longest review: after its closing it still shows what became of one's proposals. */
const LIFETIME = { months: 9 };

/** A new address under which one person reviews without signing in; the earlier ones go on serving. */
export async function mintReviewLink(
  services: Services,
  { attendanceId, personId, locale }: { attendanceId: string; personId: string; locale: Locale },
  db: Executor = services.db,
): Promise<string> {
  const token = await mintLink(services, { purpose: 'review', personId, attendanceId, validFor: LIFETIME }, db);
  return `${services.env.appUrl}${localePath(`/reviews/${token}`, locale)}`;
}

/** The personal link of somebody to be handed to them otherwise than by our mail; null: they were not asked. Written down, since it opens what is theirs. */
export async function makePersonalLink(
  services: Services,
  { viewer, scope, attendanceId, locale }: { viewer: Viewer; scope: OrganisedMeeting; attendanceId: string; locale: Locale },
): Promise<string | null> {
  const review = await findReview(services.db, scope);
  if (!review) return null;
  return inTransaction(services.db, async (trx) => {
    const reviewer = await lockReviewer(trx, { reviewId: review.id, meetingId: scope.meetingId, attendanceId });
    if (!reviewer) return null;
    const link = await mintReviewLink(services, { attendanceId, personId: reviewer.personId, locale }, trx);
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'review.link', subjectType: 'meeting', subjectId: scope.meetingId },
      detail: { attendanceId },
    });
    return link;
  });
}
