import { sql } from 'kysely';
import type { AgendaItemKind } from '#app/model/agenda.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Executor, Trx } from '#db/client.ts';
import { openAction } from './rows.ts';

type Organised = MeetingScope & { can: { organise: true } };

export interface CarryTarget {
  id: string;
  slug: string;
  title: string;
  edtf: string;
  timeZone: string;
  status: 'draft' | 'scheduled' | 'cancelled';
  /** The next meeting of the series that the points come from. */
  nextInSeries: boolean;
}

/**
 * Meetings of the group that have not begun and may take points of this one: the next of its series first, then soonest first,
 * those without a date last.
 */
export async function listCarryTargets(db: Executor, scope: Organised, now: string): Promise<CarryTarget[]> {
  return db
    .selectFrom('meetings')
    .select(['id', 'slug', 'title', 'edtf', 'timeZone', 'status'])
    .where('groupId', '=', scope.groupId)
    .where('id', '<>', scope.meetingId)
    .where('status', '<>', 'cancelled')
    .where(sql<boolean>`(during is null or lower(during) > ${now}::timestamptz)`)
    .select(
      sql<boolean>`coalesce(id = (
        select n.id from meetings n join meetings source on source.id = ${scope.meetingId}
        where n.series_id = source.series_id and n.series_on > source.series_on and n.status <> 'cancelled'
          and (n.during is null or lower(n.during) > ${now}::timestamptz)
        order by n.series_on limit 1), false)`.as('nextInSeries'),
    )
    .orderBy('nextInSeries', 'desc')
    .orderBy(sql`lower(during) nulls last`)
    .orderBy('id')
    .limit(12)
    .execute();
}

export interface CarryFacts {
  agendaItemId: string;
  /** Seconds that its clock ran; null: the meeting never came to it. */
  spentSeconds: number | null;
  /** Titles of the meetings that have it already. */
  carriedTo: string[];
}

/** What is known of each point of a meeting besides its notes. */
export async function listCarryFacts(db: Executor, scope: Organised): Promise<CarryFacts[]> {
  const { rows } = await sql<CarryFacts>`
    select i.id as agenda_item_id, r.spent_seconds, array(
      select m.title from agenda_items c join meetings m on m.id = c.meeting_id where c.carried_from = i.id order by lower(m.during), m.id
    ) as carried_to
    from agenda_items i left join agenda_item_runs r on r.agenda_item_id = i.id
    where i.meeting_id = ${scope.meetingId} order by i.position limit 200`.execute(db);
  return rows;
}

export interface PublicAction {
  number: string;
  body: string;
  owner: string;
  dueOn: string | null;
}

/** A group's open actions as its public minutes have them, by date: an agenda is read by everybody who sees the meeting. */
export async function listPublicActions(db: Executor, scope: MeetingScope, { limit }: { limit: number }): Promise<PublicAction[]> {
  return db
    .selectFrom('followUps')
    .innerJoin('meetings', 'meetings.id', 'followUps.meetingId')
    .select(['followUps.number', 'followUps.body', 'followUps.ownerPublic as owner', 'followUps.dueOn'])
    .where('followUps.groupId', '=', scope.groupId)
    .where(openAction)
    .where('followUps.internal', '=', false)
    .where('meetings.visibility', '=', 'public')
    .orderBy('followUps.dueOn', (by) => by.asc().nullsLast())
    .orderBy('followUps.id')
    .limit(limit)
    .execute();
}

export async function countOpenActions(db: Executor, scope: MeetingScope): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select from follow_ups where follow_ups.group_id = ${scope.groupId} and ${openAction} limit 1000) x`.execute(db);
  return rows[0]?.count ?? 0;
}

export interface CarriedPoint {
  /** Chosen for a point that must not be there twice; null: a new one. */
  id: string | null;
  carriedFrom: string | null;
  title: string;
  kind: AgendaItemKind;
  durationMinutes: number;
  summary: string;
}

/** Points of an agenda with what carrying over looks at, in their order. The caller holds the meeting. */
export async function listHeldPoints(trx: Trx, meetingId: string) {
  return trx
    .selectFrom('agendaItems')
    .select(['id', 'title', 'kind', 'durationMinutes', 'summary', 'carriedFrom'])
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .limit(500)
    .execute();
}

/** Adds a point that a held agenda does not have, with those of its presenters who may present there; tells its id. */
export async function insertCarried(
  trx: Trx,
  { point, meetingId, position, presenterIds }: { point: CarriedPoint; meetingId: string; position: number; presenterIds: string[] },
): Promise<string> {
  const { id, ...columns } = point;
  const row = await trx
    .insertInto('agendaItems')
    .values({ ...columns, ...(id && { id }), meetingId, position })
    .returning('id')
    .executeTakeFirstOrThrow();
  const rows = presenterIds.map((personId, at) => ({ agendaItemId: row.id, personId, position: at }));
  if (rows.length > 0) await trx.insertInto('agendaPresenters').values(rows).execute();
  return row.id;
}
