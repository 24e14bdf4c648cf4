import { sql } from 'kysely';
import type { Language } from '#app/model/language.ts';
import type { ReportLevel } from '#app/model/rapporteurs.ts';
import type { Executor, Trx } from '#db/client.ts';

/** A session whose report is awaited: announced, with a deadline, neither handed in nor further. */
export interface AwaitedReport {
  meetingId: string;
  editionId: string;
  title: string;
  edtf: string;
  /** Of the edition: its calendar counts the days. */
  timeZone: string;
  dueDays: number | null;
  ownDue: string | null;
}

/** Reports that are awaited of sessions which ended since `since` (an instant) or have a deadline of their own; of one edition, if told. */
export async function listAwaited(
  db: Executor,
  { since, editionId, limit }: { since: string; editionId?: string; limit: number },
): Promise<AwaitedReport[]> {
  let query = db
    .selectFrom('meetings')
    .innerJoin('editions', 'editions.id', 'meetings.editionId')
    .leftJoin('reportPlans', 'reportPlans.editionId', 'editions.id')
    .leftJoin('sessionReports', 'sessionReports.meetingId', 'meetings.id')
    .leftJoin('minutes', 'minutes.meetingId', 'meetings.id')
    .select(['meetings.id as meetingId', 'editions.id as editionId', 'meetings.title', 'meetings.edtf', 'editions.timeZone'])
    .select(['reportPlans.dueDays', 'sessionReports.dueOn as ownDue'])
    .where('meetings.status', '=', 'scheduled')
    .where('sessionReports.handedInAt', 'is', null)
    .where((eb) => eb.or([eb('minutes.state', 'is', null), eb('minutes.state', '=', 'draft')]))
    .where((eb) =>
      eb.or([
        eb('sessionReports.dueOn', 'is not', null),
        eb.and([eb('reportPlans.dueDays', 'is not', null), sql<boolean>`lower(meetings.during) > ${since}::timestamptz`]),
      ]),
    );
  if (editionId) query = query.where('meetings.editionId', '=', editionId);
  return query.orderBy(sql`lower(meetings.during)`).orderBy('meetings.id').limit(limit).execute();
}

export interface RemindedRapporteur {
  attendanceId: string;
  personId: string;
  givenName: string;
  familyName: string;
  email: string;
  language: Language;
  timeZone: string;
}

/**
 * Writes down who is reminded now of one report, and gives those who were not before: the key of the table decides when
 * several nodes are at it. By hand ('asked') those who were written to since `peace` (an instant) are left alone; whoever's
 * report was handed in meanwhile is never reminded.
 */
export async function takeReminded(
  trx: Trx,
  { meetingId, dueOn, level, now, peace }: { meetingId: string; dueOn: string; level: ReportLevel; now: string; peace: string },
): Promise<RemindedRapporteur[]> {
  const { rows } = await sql<RemindedRapporteur>`
    with taken as (
      insert into report_reminders (attendance_id, due_on, level, queued_at)
      select attendances.id, ${dueOn}::date, ${level}, ${now}::timestamptz
      from attendances join people on people.id = attendances.person_id
      where attendances.meeting_id = ${meetingId} and 'rapporteur' = any(attendances.roles) and people.email is not null
        and not exists (select from session_reports where meeting_id = ${meetingId} and handed_in_at is not null)
        and not exists (select from minutes where meeting_id = ${meetingId} and state <> 'draft')
        and not exists (
          select from report_reminders as since
          where since.attendance_id = attendances.id and since.queued_at > ${peace}::timestamptz and ${level} = 'asked')
      on conflict (attendance_id, due_on, level) do update set queued_at = excluded.queued_at where report_reminders.level = 'asked'
      returning attendance_id)
    select attendances.id as attendance_id, people.id as person_id, attendances.given_name, attendances.family_name,
      people.email, people.language, people.time_zone
    from taken join attendances on attendances.id = taken.attendance_id join people on people.id = attendances.person_id
    order by attendances.id`.execute(trx);
  return rows;
}

export interface HandedInReport {
  editionId: string;
  slug: string;
  title: string;
  handedInByName: string;
  findingsLeft: number | null;
}

/** Reports that were handed in after `from` and until `to` (instants) and wait for their organisers; of one edition, if told. */
export async function listHandedIn(
  db: Executor,
  { from, to, editionId, limit }: { from: string; to: string; editionId?: string; limit: number },
): Promise<HandedInReport[]> {
  let query = db
    .selectFrom('sessionReports')
    .innerJoin('meetings', 'meetings.id', 'sessionReports.meetingId')
    .innerJoin('editions', 'editions.id', 'meetings.editionId')
    .leftJoin('minutes', 'minutes.meetingId', 'meetings.id')
    .select(['editions.id as editionId', 'meetings.slug', 'meetings.title', 'sessionReports.handedInByName'])
    .select(['sessionReports.findingsLeft'])
    .where('sessionReports.handedInAt', '>', from)
    .where('sessionReports.handedInAt', '<=', to)
    .where((eb) => eb.or([eb('minutes.state', 'is', null), eb('minutes.state', '=', 'draft')]));
  if (editionId) query = query.where('editions.id', '=', editionId);
  return query.orderBy('sessionReports.handedInAt').limit(limit).execute();
}

/** Editions of which something was handed in that their organisers were not told of; what is older than `since` (an instant) is old news. */
export async function listUntoldEditions(db: Executor, { since, limit }: { since: string; limit: number }): Promise<string[]> {
  const rows = await db
    .selectFrom('sessionReports')
    .innerJoin('meetings', 'meetings.id', 'sessionReports.meetingId')
    .leftJoin('reportPlans', 'reportPlans.editionId', 'meetings.editionId')
    .select('meetings.editionId')
    .distinct()
    .where('meetings.editionId', 'is not', null)
    .where('sessionReports.handedInAt', '>', since)
    .where((eb) => eb.or([eb('reportPlans.toldAt', 'is', null), eb('sessionReports.handedInAt', '>', eb.ref('reportPlans.toldAt'))]))
    .limit(limit)
    .execute();
  return rows.flatMap(({ editionId }) => editionId ?? []);
}

/** Up to when the organisers of an edition were told, and from now on they are up to `now`; for one process at a time. */
export async function takeTold(trx: Trx, { editionId, now }: { editionId: string; now: string }): Promise<string | null> {
  const before = await trx.selectFrom('reportPlans').select('toldAt').where('editionId', '=', editionId).forUpdate().executeTakeFirst();
  await trx
    .insertInto('reportPlans')
    .values({ editionId, toldAt: now, revision: 0 })
    .onConflict((conflict) => conflict.column('editionId').doUpdateSet({ toldAt: now }))
    .execute();
  return before?.toldAt ?? null;
}

/** Who organises an edition and has an address: the organisers of its group. */
export async function listEditionOrganisers(db: Executor, editionId: string) {
  return db
    .selectFrom('editions')
    .innerJoin('memberships', 'memberships.groupId', 'editions.groupId')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .select(['people.id as personId', 'people.givenName', 'people.familyName', 'people.email', 'people.language', 'people.timeZone'])
    .where('editions.id', '=', editionId)
    .where('memberships.role', '=', 'organiser')
    .where('people.email', 'is not', null)
    .orderBy('people.id')
    .limit(50)
    .execute();
}

/** The edition that a mail to its organisers is about; undefined: it is no more, or they organise it no more. */
export async function findEditionForNews(db: Executor, { editionId, personId }: { editionId: string; personId: string }) {
  return db
    .selectFrom('editions')
    .innerJoin('groups', 'groups.id', 'editions.groupId')
    .innerJoin('memberships', 'memberships.groupId', 'editions.groupId')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .select(['editions.slug', 'editions.name', 'groups.name as groupName', 'people.givenName'])
    .where('editions.id', '=', editionId)
    .where('memberships.personId', '=', personId)
    .where('memberships.role', '=', 'organiser')
    .executeTakeFirst();
}
