import type { Choice } from '#app/model/own-programme.ts';
import type { OwnProgrammeScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';

/** The sessions of one's own programme that may be seen today, by meeting; whoever registered for one has it there too. */
export async function listChoices(db: Executor, scope: OwnProgrammeScope): Promise<Map<string, Choice>> {
  const [starred, registered] = await Promise.all([
    scope.ownProgrammeId
      ? db
          .selectFrom('starredSessions')
          .innerJoin('meetings', 'meetings.id', 'starredSessions.meetingId')
          .select('meetings.id')
          .where('starredSessions.ownProgrammeId', '=', scope.ownProgrammeId)
          .where('meetings.editionId', '=', scope.editionId)
          .where(visibleMeetings(scope.network))
          .limit(1000)
          .execute()
      : [],
    scope.personId
      ? db
          .selectFrom('registrations')
          .innerJoin('sessionRegistrations', 'sessionRegistrations.registrationId', 'registrations.id')
          .innerJoin('meetings', 'meetings.id', 'sessionRegistrations.meetingId')
          .select(['meetings.id', 'sessionRegistrations.state'])
          .where('registrations.editionId', '=', scope.editionId)
          .where('registrations.personId', '=', scope.personId)
          .where('registrations.state', '!=', 'cancelled')
          .where(visibleMeetings(scope.network))
          .limit(1000)
          .execute()
      : [],
  ]);
  return new Map<string, Choice>([
    ...starred.map(({ id }): [string, Choice] => [id, 'starred']),
    ...registered.map(({ id, state }): [string, Choice] => [id, state]),
  ]);
}

export interface OwnFeed {
  /** ISO instant. */
  createdAt: string;
  /** To the hour; null: no calendar has asked yet. */
  usedAt: string | null;
}

/** Whether one's programme has an address for calendars; the address itself is not known here, only a hash of it. */
export async function findOwnFeed(db: Executor, { ownProgrammeId }: OwnProgrammeScope): Promise<OwnFeed | null> {
  if (!ownProgrammeId) return null;
  const row = await db
    .selectFrom('ownProgrammes')
    .select(['feedCreatedAt', 'feedUsedAt'])
    .where('id', '=', ownProgrammeId)
    .executeTakeFirst();
  return row?.feedCreatedAt ? { createdAt: row.feedCreatedAt, usedAt: row.feedUsedAt } : null;
}
