import { sql } from 'kysely';
import type { MeetingStatus } from '#app/model/meetings.ts';
import type { MinutesState } from '#app/model/minutes.ts';
import type { Executor } from '#db/client.ts';

type OfEdition = { readonly editionId: string; readonly can: { organise: true } };

/** Where the report of one session stands, as the board lays it out. */
export interface BoardRow {
  id: string;
  groupId: string;
  slug: string;
  title: string;
  status: MeetingStatus;
  /** As published; as the draft of the programme places it where nothing was published yet. */
  edtf: string;
  timeZone: string;
  room: string;
  /** Attendances on the list, and of them those who were checked in. */
  listed: number;
  checkedIn: number;
  minutes: MinutesState;
  /** The newest published version, and how many of them are errata. */
  version: number | null;
  errata: number;
  /** The session's own deadline, 'YYYY-MM-DD'. */
  ownDue: string | null;
  /** Instants. */
  handedInAt: string | null;
  handedInByName: string;
  findingsLeft: number | null;
  checkedAt: string | null;
  /** Changes with every word that is stored in the notes. */
  notesAt: string;
  /** Instant of the last of them; null: nothing was written. */
  writtenAt: string | null;
}

/** Every session of an edition with all that the board counts, in the order of the programme; `limit` bounds it. One query. */
export async function listBoard(db: Executor, { editionId }: OfEdition, { limit }: { limit: number }): Promise<BoardRow[]> {
  const { rows } = await sql<BoardRow>`
    select meetings.id, meetings.group_id, meetings.slug, meetings.title, meetings.status, meetings.time_zone,
      case when meetings.status = 'draft' and slots.id is not null
        then slots.day || 'T' || to_char(slots.starts_at, 'HH24:MI') || '/' || slots.day || 'T' || to_char(slots.ends_at, 'HH24:MI')
        else meetings.edtf end as edtf,
      coalesce(rooms.name, meetings.place_name) as room,
      present.listed, present.checked_in,
      coalesce(minutes.state, 'draft') as minutes, versions.version, versions.errata,
      reports.due_on as own_due, reports.handed_in_at, coalesce(reports.handed_in_by_name, '') as handed_in_by_name,
      reports.findings_left, reports.checked_at,
      concat_ws(':', updates.last, updates.count, snapshots.upto) as notes_at,
      coalesce(updates.saved_at, snapshots.saved_at) as written_at
    from meetings
    left join placements on placements.meeting_id = meetings.id
    left join slots on slots.id = placements.slot_id
    left join rooms on rooms.id = coalesce(meetings.room_id, placements.room_id)
    left join minutes on minutes.meeting_id = meetings.id
    left join session_reports as reports on reports.meeting_id = meetings.id
    left join note_snapshots as snapshots on snapshots.meeting_id = meetings.id
    cross join lateral (
      select count(*)::integer as listed, count(checked_in_at)::integer as checked_in
      from attendances where attendances.meeting_id = meetings.id) as present
    cross join lateral (
      select max(number) as version, (count(*) filter (where reason = 'erratum'))::integer as errata
      from minutes_versions where minutes_versions.minutes_id = minutes.id) as versions
    cross join lateral (
      select max(id) as last, count(*) as count, max(saved_at) as saved_at
      from note_updates where note_updates.meeting_id = meetings.id) as updates
    where meetings.edition_id = ${editionId}
    order by case when meetings.status = 'draft' and slots.id is not null
        then (slots.day + slots.starts_at) at time zone meetings.time_zone
        else lower(meetings.during) end nulls last,
      rooms.position nulls last, room, meetings.id
    limit ${limit}`.execute(db);
  return rows;
}

export interface RapporteurRow {
  attendanceId: string;
  meetingId: string;
  personId: string;
  givenName: string;
  familyName: string;
  organisationName: string;
  /** Whether mails reach them. */
  reachable: boolean;
  /** Instant of the last reminder; null: none. */
  remindedAt: string | null;
}

/** Everybody who writes the minutes of a session of an edition, by name. One query. */
export async function listRapporteurs(db: Executor, { editionId }: OfEdition, { limit }: { limit: number }): Promise<RapporteurRow[]> {
  return db
    .selectFrom('attendances')
    .innerJoin('meetings', 'meetings.id', 'attendances.meetingId')
    .innerJoin('people', 'people.id', 'attendances.personId')
    .select(['attendances.id as attendanceId', 'attendances.meetingId', 'attendances.personId'])
    .select(['attendances.givenName', 'attendances.familyName', 'attendances.organisationName'])
    .select(sql<boolean>`people.email is not null`.as('reachable'))
    .select((eb) =>
      eb
        .selectFrom('reportReminders')
        .select((inner) => inner.fn.max('reportReminders.queuedAt').as('at'))
        .whereRef('reportReminders.attendanceId', '=', 'attendances.id')
        .as('remindedAt'),
    )
    .where('meetings.editionId', '=', editionId)
    .where(sql<boolean>`'rapporteur' = any(attendances.roles)`)
    .orderBy('attendances.familyName')
    .orderBy('attendances.id')
    .limit(limit)
    .execute();
}

/** How long the rapporteurs of an edition have. */
export interface ReportPlan {
  /** Days after the session; null: no deadline. */
  dueDays: number | null;
  /** 0: nothing was planned yet. */
  revision: number;
}

export async function findPlan(db: Executor, { editionId }: { editionId: string }): Promise<ReportPlan> {
  const row = await db.selectFrom('reportPlans').select(['dueDays', 'revision']).where('editionId', '=', editionId).executeTakeFirst();
  return row ?? { dueDays: null, revision: 0 };
}
