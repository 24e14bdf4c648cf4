import type { FeedHolds } from '#app/model/calendar.ts';
import type { SelfScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

export interface PersonalFeedRow {
  id: string;
  name: string;
  holds: FeedHolds;
  /** Null: calendars are told to ring at nothing. */
  alarmMinutes: number | null;
  createdAt: string;
  /** When its address was last replaced by another. */
  rotatedAt: string | null;
  /** To the hour; null: no calendar has asked for it yet. */
  lastUsedAt: string | null;
}

/** One's feeds that work, newest first. Their addresses are not known here, only hashes of them. */
export async function listPersonalFeeds(db: Executor, self: SelfScope, limit: number): Promise<PersonalFeedRow[]> {
  return db
    .selectFrom('personalFeeds')
    .select(['id', 'name', 'holds', 'alarmMinutes', 'createdAt', 'rotatedAt', 'lastUsedAt'])
    .where('personId', '=', self.personId)
    .where('revokedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
