import { sql } from 'kysely';
import type { Executor } from '#db/client.ts';

/** A session that a speaker declined, for the mail that tells of it; undefined: they did not, or not any more. */
export async function findDeclined(db: Executor, attendanceId: string) {
  return db
    .selectFrom('attendances')
    .innerJoin('meetings', 'meetings.id', 'attendances.meetingId')
    .innerJoin('editions', 'editions.id', 'meetings.editionId')
    .innerJoin('groups', 'groups.id', 'editions.groupId')
    .leftJoin('speakerRegrets', 'speakerRegrets.attendanceId', 'attendances.id')
    .select(['attendances.givenName', 'attendances.familyName', 'attendances.organisationName'])
    .select(['meetings.title', 'meetings.edtf', 'meetings.timeZone', 'meetings.placeName'])
    .select(['editions.slug as editionSlug', 'editions.name as editionName', 'groups.name as groupName'])
    .select(sql<string>`coalesce(speaker_regrets.words, '')`.as('words'))
    .where('attendances.id', '=', attendanceId)
    .where('attendances.answer', '=', 'declined')
    .executeTakeFirst();
}
