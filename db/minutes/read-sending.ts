import { sql } from 'kysely';
import type { Answer } from '#app/model/attendance.ts';
import type { Language } from '#app/model/language.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

/** Somebody whom minutes can be mailed to. */
export interface InvitedRecipient {
  personId: string;
  address: string;
  name: string;
  language: Language;
  answer: Answer;
  checkedIn: boolean;
}

const MOST = 5000;

/** The people invited to a meeting who have an address; nobody for who does not organise it. */
export async function listInvitedRecipients(db: Executor, scope: MeetingScope): Promise<InvitedRecipient[]> {
  if (!scope.can.organise) return [];
  return db
    .selectFrom('attendances')
    .innerJoin('people', 'people.id', 'attendances.personId')
    .select(['people.id as personId', 'people.language', 'attendances.answer'])
    .select(sql<string>`people.email`.as('address'))
    .select(sql<string>`trim(attendances.given_name || ' ' || attendances.family_name)`.as('name'))
    .select((eb) => eb('attendances.checkedInAt', 'is not', null).$castTo<boolean>().as('checkedIn'))
    .where('attendances.meetingId', '=', scope.meetingId)
    .where('people.email', 'is not', null)
    .orderBy('people.id')
    .limit(MOST)
    .execute();
}

/** Members of the meeting's group who have an address and were not invited; nobody for who does not organise it. */
export async function listMemberRecipients(db: Executor, scope: MeetingScope): Promise<Omit<InvitedRecipient, 'answer' | 'checkedIn'>[]> {
  if (!scope.can.organise) return [];
  return db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .select(['people.id as personId', 'people.language'])
    .select(sql<string>`people.email`.as('address'))
    .select(sql<string>`trim(people.given_name || ' ' || people.family_name)`.as('name'))
    .where('memberships.groupId', '=', scope.groupId)
    .where('people.email', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('attendances')
            .select('attendances.id')
            .whereRef('attendances.personId', '=', 'people.id')
            .where('attendances.meetingId', '=', scope.meetingId),
        ),
      ),
    )
    .orderBy('people.id')
    .limit(MOST)
    .execute();
}

/** When and how often minutes were sent, newest first. */
export async function listSendings(db: Executor, scope: MeetingScope) {
  if (!scope.can.organise) return [];
  return db
    .selectFrom('minutesSendings')
    .innerJoin('minutes', 'minutes.id', 'minutesSendings.minutesId')
    .select(['minutesSendings.number', 'sentAt', 'recipients'])
    .where('minutes.meetingId', '=', scope.meetingId)
    .orderBy('sentAt', 'desc')
    .limit(20)
    .execute();
}

/** What the mail about a version says; undefined once a redaction took it away. `meetingId` comes from the mail's own row. */
export async function findVersionForMail(db: Executor, { meetingId, number }: { meetingId: string; number: number }) {
  return db
    .selectFrom('minutesVersions')
    .innerJoin('minutes', 'minutes.id', 'minutesVersions.minutesId')
    .innerJoin('meetings', 'meetings.id', 'minutes.meetingId')
    .select(['minutesVersions.number', 'minutesVersions.reason', 'minutesVersions.note', 'meetings.visibility'])
    .select(sql<string>`minutes_versions.content`.as('content'))
    .where('minutes.meetingId', '=', meetingId)
    .where('minutesVersions.number', '=', number)
    .where('minutesVersions.content', 'is not', null)
    .executeTakeFirst();
}
