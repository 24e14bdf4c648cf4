import type { Executor } from '#db/client.ts';

// What verbs and mails ask about an invitation that they were handed by its id.

/** An invitation with what an answer and a mail depend on; undefined: it was taken back. */
export async function findInvitation(db: Executor, attendanceId: string) {
  return db
    .selectFrom('attendances')
    .innerJoin('people', 'people.id', 'attendances.personId')
    .innerJoin('meetings', 'meetings.id', 'attendances.meetingId')
    .innerJoin('groups', 'groups.id', 'meetings.groupId')
    .select(['attendances.meetingId', 'attendances.personId', 'attendances.roles', 'attendances.answer'])
    .select(['attendances.givenName', 'attendances.familyName', 'people.timeZone as readerZone'])
    .select(['meetings.status', 'meetings.edtf', 'meetings.timeZone', 'meetings.groupId', 'groups.name as groupName'])
    .where('attendances.id', '=', attendanceId)
    .executeTakeFirst();
}

export type Invitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;

/** Locks nothing: what a verb asks about its meeting. */
export async function findMeetingState(db: Executor, meetingId: string) {
  return db
    .selectFrom('meetings')
    .select(['status', 'edtf', 'timeZone', 'sequence', 'onlineUrl'])
    .where('id', '=', meetingId)
    .executeTakeFirstOrThrow();
}

/** What an entry in a calendar shows of a meeting, for a mail to somebody who will know no more of it. */
export async function findKnownMeeting(db: Executor, meetingId: string) {
  return db
    .selectFrom('meetings')
    .select(['slug', 'title', 'edtf', 'timeZone', 'placeName', 'placeAddress'])
    .where('id', '=', meetingId)
    .executeTakeFirstOrThrow();
}

/** Name of a meeting's group, and the zone of a reader, for a mail about an invitation that is no more. */
export async function findMailFrame(db: Executor, { meetingId, personId }: { meetingId: string; personId: string }) {
  return db
    .selectFrom('meetings')
    .innerJoin('groups', 'groups.id', 'meetings.groupId')
    .innerJoin('people', (join) => join.on('people.id', '=', personId))
    .select(['groups.name as groupName', 'people.timeZone as readerZone', 'people.givenName', 'people.familyName'])
    .where('meetings.id', '=', meetingId)
    .executeTakeFirst();
}

/** Who organises a mail's business: name and, for answers, the address; undefined: no longer in the directory. */
export async function findSender(db: Executor, personId: string) {
  return db.selectFrom('people').select(['givenName', 'familyName', 'email']).where('id', '=', personId).executeTakeFirst();
}
