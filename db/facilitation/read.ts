import { sql } from 'kysely';
import type { Facilitation } from '#app/model/facilitation.ts';
import type { MeetingStatus } from '#app/model/meetings.ts';
import type { Executor, Trx } from '#db/client.ts';

/** Most people who wait for the floor that a page is told of. */
const MOST_WAITING = 200;

/**
 * Where a meeting is, by one statement: no step falls between its parts. `now` (ISO instant) is handed on. By the id and
 * not by a scope: every open page of a meeting is told the same.
 */
export async function findFacilitation(db: Executor, meetingId: string, now: string): Promise<Facilitation> {
  const { rows } = await sql<Facilitation>`
    select
      ${now}::text as now,
      ${instant(sql`run.started_at`)} as started_at,
      ${instant(sql`run.closed_at`)} as closed_at,
      case when run.agenda_item_id is not null then
        jsonb_build_object('agendaItemId', run.agenda_item_id, 'runningSince', ${instant(sql`run.running_since`)})
      end as current,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'agendaItemId', point.agenda_item_id,
          'startedAt', ${instant(sql`point.started_at`)},
          'endedAt', ${instant(sql`point.ended_at`)},
          'spentSeconds', point.spent_seconds,
          'addedMinutes', point.added_minutes
        ) order by item.position)
        from agenda_item_runs point join agenda_items item on item.id = point.agenda_item_id
        where item.meeting_id = asked.id
      ), '[]') as points,
      coalesce((
        select jsonb_agg(lock.agenda_item_id order by item.position)
        from note_locks lock join agenda_items item on item.id = lock.agenda_item_id
        where item.meeting_id = asked.id
      ), '[]') as locked,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'id', waiting.id,
          'attendanceId', waiting.attendance_id,
          'personId', waiting.person_id,
          'name', waiting.name,
          'organisation', waiting.organisation_name,
          'askedAt', ${instant(sql`waiting.asked_at`)}
        ) order by waiting.asked_at, waiting.id)
        from (
          select request.id, request.asked_at, request.attendance_id, attendance.person_id, attendance.organisation_name,
            case when attendance.answer = 'represented' and attendance.substitute_name <> '' then attendance.substitute_name
              else trim(attendance.given_name || ' ' || attendance.family_name) end as name
          from floor_requests request join attendances attendance on attendance.id = request.attendance_id
          where request.meeting_id = asked.id and request.given_at is null and request.withdrawn_at is null
          order by request.asked_at, request.id
          limit ${MOST_WAITING}
        ) waiting
      ), '[]') as floor
    from (select ${meetingId}::uuid as id) asked left join meeting_runs run on run.meeting_id = asked.id`.execute(db);
  const [found] = rows;
  if (!found) throw new Error('A select without a condition gave no row.');
  return found;
}

/** As every instant crosses the border: '2022-06-20T14:30:00.123456Z'. */
function instant(column: ReturnType<typeof sql>) {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/** What decides whether a step may be taken, and which. */
export interface HeldRun {
  status: MeetingStatus;
  /** The meeting was opened. */
  started: boolean;
  closed: boolean;
  agendaItemId: string | null;
  runningSince: string | null;
}

/**
 * The same for a step: other steps of this meeting wait until the transaction ends, and typing does not (it takes key-share
 * locks on the meeting's row, which this one lets pass). Undefined: the meeting is no more.
 */
export async function holdRun(trx: Trx, meetingId: string): Promise<HeldRun | undefined> {
  const meeting = await trx.selectFrom('meetings').select('status').where('id', '=', meetingId).forNoKeyUpdate().executeTakeFirst();
  if (!meeting) return undefined;
  const run = await trx
    .selectFrom('meetingRuns')
    .select(['agendaItemId', 'runningSince', 'closedAt'])
    .where('meetingId', '=', meetingId)
    .executeTakeFirst();
  const { agendaItemId = null, runningSince = null, closedAt = null } = run ?? {};
  return { ...meeting, started: run !== undefined, closed: closedAt !== null, agendaItemId, runningSince };
}

/** The agenda in its order, and which points were begun. */
export async function listSteps(trx: Trx, meetingId: string): Promise<{ id: string; begun: boolean }[]> {
  return trx
    .selectFrom('agendaItems')
    .leftJoin('agendaItemRuns', 'agendaItemRuns.agendaItemId', 'agendaItems.id')
    .select('agendaItems.id')
    .select((eb) => eb('agendaItemRuns.startedAt', 'is not', null).$castTo<boolean>().as('begun'))
    .where('agendaItems.meetingId', '=', meetingId)
    .orderBy('agendaItems.position')
    .limit(500)
    .execute();
}

/** Somebody who asks for the floor, as the notes will name them; undefined: no such request waits. */
export async function findWaiting(db: Executor, meetingId: string, requestId: string) {
  return db
    .selectFrom('floorRequests')
    .innerJoin('attendances', 'attendances.id', 'floorRequests.attendanceId')
    .select(['floorRequests.id', 'floorRequests.givenAt', 'floorRequests.withdrawnAt', 'attendances.id as attendanceId'])
    .select(['givenName', 'familyName', 'function', 'organisationName', 'answer', 'substituteName', 'substituteFunction'])
    .where('floorRequests.id', '=', requestId)
    .where('floorRequests.meetingId', '=', meetingId)
    .executeTakeFirst();
}
