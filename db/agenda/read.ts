import { sql } from 'kysely';
import type { AgendaItemKind } from '#app/model/agenda.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

export interface Presenter {
  personId: string;
  givenName: string;
  familyName: string;
  /** As they were that day when they attend, else as today. */
  function: string;
  organisation: string;
}

export interface AgendaItemRow {
  id: string;
  title: string;
  kind: AgendaItemKind;
  durationMinutes: number;
  summary: string;
  revision: number;
  /** The meeting from which it was carried over; null: nowhere, or one that the reader may not see. */
  carriedFrom: { slug: string; edtf: string } | null;
  presenters: Presenter[];
}

const PRESENTERS = sql<Presenter[]>`coalesce((
  select jsonb_agg(jsonb_build_object(
    'personId', p.id,
    'givenName', coalesce(a.given_name, p.given_name),
    'familyName', coalesce(a.family_name, p.family_name),
    'function', coalesce(a.function, p.function),
    'organisation', coalesce(a.organisation_name, o.name, '')
  ) order by ap.position, p.id)
  from agenda_presenters ap
  join people p on p.id = ap.person_id
  left join organisations o on o.id = p.organisation_id
  left join attendances a on a.person_id = p.id and a.meeting_id = agenda_items.meeting_id
  where ap.agenda_item_id = agenda_items.id
), '[]')`;

/** Only a meeting that the reader may see as well: whoever reads this one was not always at that one. */
function carriedFrom({ can, groupId, attendanceId }: MeetingScope) {
  // not invited, and yet the list of attendees is theirs to see: of the group
  const member = can.organise || (can.seeAttendees && attendanceId === null);
  return sql<{ slug: string; edtf: string } | null>`(
    select jsonb_build_object('slug', m.slug, 'edtf', m.edtf)
    from agenda_items source join meetings m on m.id = source.meeting_id
    where source.id = agenda_items.carried_from and m.status <> 'draft' and (
      m.visibility = 'public' or (${member} and m.group_id = ${groupId})
      or exists (select from attendances me where me.id = ${attendanceId} and (
        exists (select from attendances there where there.meeting_id = m.id and there.person_id = me.person_id)
        or exists (select from memberships own where own.group_id = m.group_id and own.person_id = me.person_id)))))`;
}

function selectItems(db: Executor, scope: MeetingScope) {
  return db
    .selectFrom('agendaItems')
    .select(['id', 'title', 'kind', 'durationMinutes', 'summary', 'revision'])
    .select(PRESENTERS.as('presenters'))
    .select(carriedFrom(scope).as('carriedFrom'))
    .where('meetingId', '=', scope.meetingId);
}

/** The points of a meeting's agenda, in their order. */
export async function listAgenda(db: Executor, scope: MeetingScope): Promise<AgendaItemRow[]> {
  return selectItems(db, scope).orderBy('position').limit(200).execute();
}

export async function findAgendaItem(db: Executor, scope: MeetingScope, itemId: string): Promise<AgendaItemRow | undefined> {
  return selectItems(db, scope).where('id', '=', itemId).executeTakeFirst();
}

/** Who can present a point: those who attend, then (for organisers, who see them anyway) the group's members, by name. */
export async function listPresenterChoices(db: Executor, scope: MeetingScope & { can: { arrange: true } }): Promise<Presenter[]> {
  const { rows } = await sql<Presenter>`
    select p.id as person_id, p.given_name, p.family_name, p.function, coalesce(o.name, '') as organisation
    from people p
    left join organisations o on o.id = p.organisation_id
    left join attendances a on a.person_id = p.id and a.meeting_id = ${scope.meetingId}
    left join memberships m on m.person_id = p.id and m.group_id = ${scope.groupId}
    where a.id is not null or (m.person_id is not null and ${scope.can.organise}::boolean)
      or exists (select from agenda_presenters ap join agenda_items i on i.id = ap.agenda_item_id where ap.person_id = p.id and i.meeting_id = ${scope.meetingId})
    order by a.id is null, lower(p.family_name), p.id
    limit 500`.execute(db);
  return rows;
}
