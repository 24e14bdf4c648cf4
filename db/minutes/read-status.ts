import { sql } from 'kysely';
import type { MinutesStatus, MinutesStep } from '#app/model/minutes-status.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { countReview } from '#db/reviews/mails.ts';

/** Where the minutes of a meeting stand, and who brought them there when. A draft before anything was done with them. */
export async function readMinutesStatus(db: Executor, scope: MeetingScope): Promise<MinutesStatus> {
  const row = await db
    .selectFrom('minutes')
    .leftJoin('people', 'people.id', 'minutes.stateBy')
    .leftJoin('reviews', (join) => join.onRef('reviews.minutesId', '=', 'minutes.id').on('reviews.closedAt', 'is', null))
    .select(['minutes.id', 'minutes.state', 'minutes.stateAt', 'people.givenName', 'people.familyName'])
    .select(['reviews.id as reviewId', 'reviews.deadline'])
    .select(({ selectFrom, fn }) => [
      selectFrom('minutesVersions')
        .select((eb) => eb.fn.coalesce(eb.fn.max('minutesVersions.number'), eb.val(0)).as('latest'))
        .whereRef('minutesVersions.minutesId', '=', 'minutes.id')
        .as('latest'),
      selectFrom('complements')
        .select(fn.countAll<number>().as('open'))
        .whereRef('complements.minutesId', '=', 'minutes.id')
        .where('complements.state', '=', 'open')
        .as('openProposals'),
    ])
    .where('minutes.meetingId', '=', scope.meetingId)
    .executeTakeFirst();
  if (!row) return { state: 'draft', stateAt: null, stateByName: '', latest: 0, openProposals: 0, steps: [], review: null };
  return {
    ...{ state: row.state, stateAt: row.stateAt, stateByName: [row.givenName, row.familyName].filter(Boolean).join(' ') },
    ...{ latest: row.latest ?? 0, openProposals: row.openProposals ?? 0 },
    steps: await listSteps(db, row.id),
    review: row.reviewId && row.deadline ? { deadline: row.deadline, ...(await countReviewers(db, row.reviewId)) } : null,
  };
}

/** The last time that each state was reached. */
async function listSteps(db: Executor, minutesId: string): Promise<MinutesStep[]> {
  const rows = await db
    .selectFrom('minutesSteps')
    .distinctOn('state')
    .select(['state', 'at', 'byName', 'number'])
    .where('minutesId', '=', minutesId)
    .orderBy('state')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const order = ['draft', 'in_review', 'approved', 'published'];
  return rows.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}

async function countReviewers(db: Executor, reviewId: string): Promise<{ reviewers: number; answered: number }> {
  const { asked, answered } = await countReview(db, reviewId);
  return { reviewers: asked, answered };
}

/** Every change of state, newest first. */
export async function listMinutesSteps(db: Executor, scope: MeetingScope): Promise<MinutesStep[]> {
  return db
    .selectFrom('minutesSteps')
    .innerJoin('minutes', 'minutes.id', 'minutesSteps.minutesId')
    .select(['minutesSteps.state', 'minutesSteps.at', 'minutesSteps.byName', 'minutesSteps.number'])
    .where('minutes.meetingId', '=', scope.meetingId)
    .orderBy('minutesSteps.at', 'desc')
    .orderBy(sql`minutes_steps.id`, 'desc')
    .limit(50)
    .execute();
}
