import type { Database } from '#db/client.ts';

/** How far the review of a demo meeting's minutes was brought by an earlier start. */
export async function findReviewProgress(
  db: Database,
  meetingId: string,
): Promise<{ opened: boolean; proposals: number; decided: number }> {
  const row = await db
    .selectFrom('minutes')
    .innerJoin('reviews', 'reviews.minutesId', 'minutes.id')
    .leftJoin('complements', 'complements.reviewId', 'reviews.id')
    .select(({ fn }) => [
      fn.count<number>('complements.id').as('proposals'),
      fn.count<number>('complements.id').filterWhere('complements.state', '!=', 'open').as('decided'),
    ])
    .where('minutes.meetingId', '=', meetingId)
    .groupBy('reviews.id')
    .executeTakeFirst();
  return row ? { opened: true, ...row } : { opened: false, proposals: 0, decided: 0 };
}
