import type { Viewer } from '#app/model/viewer.ts';
import { DONE } from '#db/demo/followed-up.ts';
import { listOpenOfMeeting } from '#db/demo/read-follow-ups.ts';
import { enterOwnFollowUp } from '#server/follow-ups/access.ts';
import { answerFollowUp } from '#server/follow-ups/answer-follow-up.ts';
import { closeFollowUp } from '#server/follow-ups/close-follow-up.ts';
import type { Services } from '#server/services.ts';

const LONG_AGO = { hours: 24 * 365 };

/** What became of the actions of a meeting whose minutes were just published: of old ones all is done, of recent ones some. */
export async function fillFollowUps(services: Services, by: Viewer, meeting: { id: string; publishedAt: string }): Promise<void> {
  const published = Temporal.Instant.from(meeting.publishedAt);
  const old = Temporal.Instant.compare(published.add(LONG_AGO), services.clock.now()) < 0;
  const then: Services = { ...services, clock: { now: () => published.add({ hours: 24 * 20 }) } };
  for (const { id, body, groupId, ownerId } of await listOpenOfMeeting(services.db, meeting.id)) {
    if (old) await closeFollowUp(then, { viewer: by, scope: { groupId }, id, done: true });
    else if (body.startsWith(DONE.words)) {
      const scope = ownerId && (await enterOwnFollowUp(services, { ...by, personId: ownerId }, id));
      if (scope) await answerFollowUp(then, { scope, answer: { say: 'done', outcome: DONE.outcome } });
    }
  }
}
