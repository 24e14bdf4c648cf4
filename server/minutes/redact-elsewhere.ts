import type { Redaction } from '#app/model/redaction.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { listLatestTexts, listOtherMeetings, listRepeatingPoints, type RepeatingPoints } from '#db/minutes/redact-carried.ts';
import { idOfActionsPoint } from '#server/follow-ups/actions-point.ts';
import { readContent } from './read-content.ts';
import { findInContent } from './redact-content.ts';

/** Another meeting on whose agenda the words stand, for something went there from this one. */
export interface FoundElsewhere {
  title: string;
  /** Its own minutes say them too: these stay as they are. */
  published: boolean;
}

export async function repeatingPoints(db: Executor, scope: MeetingScope): Promise<RepeatingPoints> {
  return { meetingId: scope.meetingId, actionsPoints: (await listOtherMeetings(db, scope)).map(idOfActionsPoint) };
}

export async function findElsewhere(db: Executor, scope: MeetingScope, redaction: Redaction): Promise<FoundElsewhere[]> {
  const points = await listRepeatingPoints(db, await repeatingPoints(db, scope));
  const saying = points.filter(({ title, summary }) => redaction.touches(title) || redaction.touches(summary));
  if (saying.length === 0) return [];
  const meetings = new Map(saying.map(({ meetingId, meeting }) => [meetingId, meeting]));
  const published = new Set(
    (await listLatestTexts(db, [...meetings.keys()]))
      .filter((texts) => textsOf(texts).some((text) => findInContent(readContent(text), redaction).length > 0))
      .map(({ meetingId }) => meetingId),
  );
  return Array.from(meetings, ([id, title]) => ({ title, published: published.has(id) }));
}

function textsOf({ content, internalContent }: { content: string | null; internalContent: string | null }): string[] {
  return [content, internalContent].filter((text) => text !== null);
}
