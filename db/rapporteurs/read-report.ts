import { sql } from 'kysely';
import type { Language } from '#app/model/language.ts';
import type { MeetingStatus } from '#app/model/meetings.ts';
import type { MinutesState } from '#app/model/minutes.ts';
import type { Executor } from '#db/client.ts';

/** Where the report of one meeting stands. */
export interface ReportRow {
  slug: string;
  title: string;
  status: MeetingStatus;
  edtf: string;
  timeZone: string;
  editionId: string | null;
  editionSlug: string | null;
  editionName: string | null;
  minutes: MinutesState;
  dueDays: number | null;
  ownDue: string | null;
  /** Instants. */
  handedInAt: string | null;
  handedInByName: string | null;
  notesOpenAt: string | null;
}

export async function findReport(db: Executor, { meetingId }: { meetingId: string }): Promise<ReportRow> {
  return reportOf(db).where('meetings.id', '=', meetingId).executeTakeFirstOrThrow();
}

function reportOf(db: Executor) {
  return db
    .selectFrom('meetings')
    .leftJoin('editions', 'editions.id', 'meetings.editionId')
    .leftJoin('reportPlans', 'reportPlans.editionId', 'meetings.editionId')
    .leftJoin('sessionReports', 'sessionReports.meetingId', 'meetings.id')
    .leftJoin('minutes', 'minutes.meetingId', 'meetings.id')
    .select(['meetings.slug', 'meetings.title', 'meetings.status', 'meetings.edtf', 'meetings.timeZone', 'meetings.editionId'])
    .select(['meetings.notesOpenAt', 'editions.slug as editionSlug', 'editions.name as editionName', 'reportPlans.dueDays'])
    .select(['sessionReports.dueOn as ownDue', 'sessionReports.handedInAt', 'sessionReports.handedInByName'])
    .select((eb) => eb.fn.coalesce('minutes.state', eb.val<MinutesState>('draft')).as('minutes'));
}

/** A rapporteur to write to. */
export interface Addressee {
  attendanceId: string;
  meetingId: string;
  personId: string;
  givenName: string;
  familyName: string;
  email: string;
  language: Language;
  timeZone: string;
}

export interface MailedRapporteur extends Omit<Addressee, 'email'>, ReportRow {
  readerZone: string;
}

/** What a mail to a rapporteur tells; undefined: they are none any more. */
export async function findMailedRapporteur(db: Executor, attendanceId: string) {
  return reportOf(db)
    .innerJoin('attendances', 'attendances.meetingId', 'meetings.id')
    .innerJoin('people', 'people.id', 'attendances.personId')
    .innerJoin('groups', 'groups.id', 'meetings.groupId')
    .select(['attendances.meetingId', 'attendances.personId', 'attendances.givenName', 'people.timeZone as readerZone'])
    .select(['meetings.placeName', 'groups.name as groupName'])
    .where('attendances.id', '=', attendanceId)
    .where(sql<boolean>`'rapporteur' = any(attendances.roles)`)
    .executeTakeFirst();
}
