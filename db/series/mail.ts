import type { Executor } from '#db/client.ts';

/** What a mail about several meetings of a series says of them to one person, as they are now; those they are no longer invited to are left out. */
export async function findSeriesForMail(
  db: Executor,
  { seriesId, personId, meetingIds }: { seriesId: string; personId: string; meetingIds: readonly string[] },
) {
  const frame = await db
    .selectFrom('series')
    .innerJoin('groups', 'groups.id', 'series.groupId')
    .innerJoin('people', (join) => join.on('people.id', '=', personId))
    .select(['series.title', 'groups.name as groupName', 'people.timeZone as readerZone', 'people.givenName'])
    .where('series.id', '=', seriesId)
    .executeTakeFirst();
  if (!frame || meetingIds.length === 0) return null;
  const meetings = await db
    .selectFrom('meetings')
    .innerJoin('attendances', 'attendances.meetingId', 'meetings.id')
    .select(['meetings.id', 'meetings.slug', 'meetings.status', 'meetings.edtf', 'meetings.timeZone'])
    .where('attendances.personId', '=', personId)
    .where('meetings.id', 'in', [...meetingIds])
    .where('meetings.status', '<>', 'draft')
    .orderBy('meetings.seriesOn')
    .execute();
  return { ...frame, meetings };
}
