import { sql } from 'kysely';
import type { ReminderLead } from '#app/model/mail-preferences.ts';
import type { Executor } from '#db/client.ts';

/** Answers of those who may come: whoever declined, or sends somebody else, is left in peace. */
export const MAY_COME = ['none', 'in_person', 'remote'] as const;

const startsAt = sql<string>`lower(meetings.during)`;

/** Announced meetings that begin within the window, with what their organisers chose (null: nothing). Index: meetings_time. */
export async function listMeetingsAhead(db: Executor, { after, before, limit }: { after: string; before: string; limit: number }) {
  return db
    .selectFrom('meetings')
    .leftJoin('meetingReminders', 'meetingReminders.meetingId', 'meetings.id')
    .select(['meetings.id', 'meetings.edtf', startsAt.as('startsAt'), 'meetingReminders.leads'])
    .where('meetings.status', '=', 'scheduled')
    .where(startsAt, '>', after)
    .where(startsAt, '<', before)
    .orderBy(startsAt)
    .limit(limit)
    .execute();
}

/** On which clocks each of these meetings is awaited. */
export async function listReaderZones(db: Executor, meetingIds: readonly string[]): Promise<{ meetingId: string; timeZone: string }[]> {
  return db
    .selectFrom('attendances')
    .innerJoin('people', 'people.id', 'attendances.personId')
    .select(['attendances.meetingId', 'people.timeZone'])
    .distinct()
    .where('attendances.meetingId', 'in', [...meetingIds])
    .where('attendances.answer', 'in', MAY_COME)
    .where('people.email', 'is not', null)
    .execute();
}

/** Up to when reminders were looked after; undefined: never yet. */
export async function findClock(db: Executor): Promise<string | undefined> {
  return (await db.selectFrom('reminderClock').select('upTo').executeTakeFirst())?.upTo;
}

/** What a reminder says of one attendance, besides its meeting; undefined: taken off the list. */
export async function findReminded(db: Executor, attendanceId: string) {
  return db
    .selectFrom('attendances')
    .innerJoin('people', 'people.id', 'attendances.personId')
    .innerJoin('meetings', 'meetings.id', 'attendances.meetingId')
    .innerJoin('groups', 'groups.id', 'meetings.groupId')
    .select(['attendances.meetingId', 'attendances.personId', 'attendances.answer', 'attendances.givenName'])
    .select(['people.timeZone as readerZone', 'meetings.status', startsAt.as('startsAt'), 'groups.name as groupName'])
    .where('attendances.id', '=', attendanceId)
    .executeTakeFirst();
}

/** The points of a meeting's agenda, in their order. */
export async function listPoints(db: Executor, meetingId: string, limit: number) {
  return db
    .selectFrom('agendaItems')
    .select(['title', 'durationMinutes'])
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .limit(limit)
    .execute();
}

/** What organisers chose for one meeting; null: nothing, each reader's own choice holds. */
export async function findMeetingLeads(db: Executor, { meetingId }: { meetingId: string }): Promise<ReminderLead[] | null> {
  return (await db.selectFrom('meetingReminders').select('leads').where('meetingId', '=', meetingId).executeTakeFirst())?.leads ?? null;
}
