import { type RawBuilder, sql } from 'kysely';
import type { SelfScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { MOST_WAITING, waitingPolls } from '#db/date-polls/read-waiting.ts';
import { openAction, unsettled, untold } from './rows.ts';

export type TodoKind = 'action' | 'proposals' | 'publish' | 'rejected' | 'unanswered' | 'unsettled' | 'overdue' | 'untold';

export interface TodoRow {
  kind: TodoKind;
  /** Of the action, the meeting or the group; `kind` and `id` together are unique. */
  id: string;
  /** Of the meeting, or of the group for the last three kinds. */
  slug: string;
  /** What an action says; the title of a meeting; the name of a group. */
  title: string;
  groupName: string;
  /** By when: an ISO day; null: now, or (of an action) some day. */
  day: string | null;
  /** Proposals, people, actions; 100 stands for more. */
  amount: number;
  /** Of an action its meeting; of minutes their state; of actions in a group the words of the first. */
  detail: string;
  /** Of the meeting that decided, or that comes; null for groups. */
  edtf: string | null;
  /** The other date that one asked for, of an action. */
  askedDue: string | null;
  number: string | null;
}

/** More of one kind would be no list; the group's own page has them all. */
const MOST = 100;
const MINUTES_WANTED = '120 days';
const ANSWERS_WANTED = '21 days';
const MAILS_LOOKED_AT = '60 days';

/**
 * All that somebody has to do, as rows of one shape: their own actions, and what waits in the groups that they organise.
 * Each part goes by an index from the person or their groups, and stops at MOST.
 */
function parts({ personId }: SelfScope, { now, today }: { now: string; today: string }): RawBuilder<unknown> {
  const past = sql`lower(m.during) > ${now}::timestamptz - interval '${sql.raw(MINUTES_WANTED)}' and upper(m.during) < ${now}::timestamptz`;
  const ofGroup = (kind: TodoKind, condition: RawBuilder<unknown>) => sql`
    select ${kind}, g.id, g.slug, g.name, g.name, null::date, c.amount, c.first, null, null::date, null
    from mine join groups g on g.id = mine.group_id, lateral (
      select count(*)::integer as amount, coalesce((array_agg(x.body))[1], '') as first from (
        select body from follow_ups where follow_ups.group_id = g.id and ${openAction} and ${condition} order by due_on limit ${MOST}) x) c
    where c.amount > 0`;
  return sql`
    (select 'action' as kind, follow_ups.id, m.slug, follow_ups.body as title, g.name as group_name, follow_ups.due_on as day, 1 as amount,
      m.title as detail, m.edtf, follow_ups.asked_due, follow_ups.number
    from follow_ups join meetings m on m.id = follow_ups.meeting_id join groups g on g.id = follow_ups.group_id
    where follow_ups.owner_id = ${personId} and ${openAction} and follow_ups.declined_at is null
    order by follow_ups.due_on limit ${MOST})
    union all
    (select case when c.amount > 0 then 'proposals' else 'publish' end, m.id, m.slug, m.title, g.name,
      case when c.amount > 0 then c.deadline end, c.amount, coalesce(minutes.state, 'draft'), m.edtf, null::date, null
    from mine join groups g on g.id = mine.group_id join meetings m on m.group_id = g.id and m.status = 'scheduled' and ${past}
    left join minutes on minutes.meeting_id = m.id, lateral (
      select count(*)::integer as amount, max(r.deadline) as deadline from complements x left join reviews r on r.id = x.review_id
      where x.minutes_id = minutes.id and x.state = 'open') c
    where (c.amount > 0 or minutes.state is distinct from 'published')
      and (c.amount > 0 or exists (select from note_updates u where u.meeting_id = m.id)
        or exists (select from note_snapshots s where s.meeting_id = m.id))
    order by lower(m.during) limit ${MOST})
    union all
    (select 'unanswered', m.id, m.slug, m.title, g.name, (lower(m.during) at time zone m.time_zone)::date - 3, c.amount, '', m.edtf, null::date, null
    from mine join groups g on g.id = mine.group_id join meetings m on m.group_id = g.id and m.status = 'scheduled'
      and lower(m.during) between ${now}::timestamptz and ${now}::timestamptz + interval '${sql.raw(ANSWERS_WANTED)}', lateral (
      select count(*)::integer as amount from attendances a
      where a.meeting_id = m.id and a.answer = 'none' and a.invited_at is not null and a.person_id <> ${personId}) c
    where c.amount > 0 order by lower(m.during) limit ${MOST})
    union all
    (select 'rejected', m.id, m.slug, m.title, g.name, null::date, count(distinct a.id)::integer,
      string_agg(distinct trim(a.given_name || ' ' || a.family_name), ', '), m.edtf, null::date, null
    from outbox_mails o join attendances a on a.id = (o.payload ->> 'attendanceId')::uuid
    join people p on p.id = a.person_id and p.email = o.to_address
    join meetings m on m.id = a.meeting_id and m.status = 'scheduled' and upper(m.during) > ${now}::timestamptz
    join mine on mine.group_id = m.group_id join groups g on g.id = m.group_id
    where o.state in ('refused', 'bounced', 'dead') and o.template in ('invitation', 'meeting-update')
      and o.created_at > ${now}::timestamptz - interval '${sql.raw(MAILS_LOOKED_AT)}'
    group by m.id, g.id limit ${MOST})
    union all (${ofGroup('unsettled', unsettled)})
    union all (${ofGroup('overdue', sql`follow_ups.due_on < ${today}::date and follow_ups.owner_id is distinct from ${personId}`)})
    union all (${ofGroup(
      'untold',
      sql`${untold} and follow_ups.owner_id <> ${personId}
      and exists (select from people p where p.id = follow_ups.owner_id and p.email is not null)`,
    )})`;
}

const mineOf = ({ personId }: SelfScope) =>
  sql`with mine as (select group_id from memberships where person_id = ${personId} and role = 'organiser')`;

export async function listTodo(db: Executor, scope: SelfScope, at: { now: string; today: string }): Promise<TodoRow[]> {
  const { rows } = await sql<TodoRow>`${mineOf(scope)} ${parts(scope, at)}`.execute(db);
  return rows;
}

/** How many rows `listTodo` gives, and polls wait for an answer beside them; for the masthead of every page. */
export async function countTodo(db: Executor, scope: SelfScope, at: { now: string; today: string }): Promise<number> {
  // on every page of everybody who is signed in: most of its time would go into planning it anew
  const { rows } = await sql<{ count: number }>`-- prepared: count-todo
    ${mineOf(scope)} select (select count(*) from (${parts(scope, at)}) todo)
      + (select count(*) from (${waitingPolls(scope, at.now)} limit ${MOST_WAITING}) polls) as count`.execute(db);
  return rows[0]?.count ?? 0;
}

/** The next meeting of the viewer's groups, or that they are invited to; null: none is planned. */
export async function findNextOwnMeeting(db: Executor, { personId }: SelfScope, now: string): Promise<string | null> {
  const row = await db
    .selectFrom('meetings')
    .select('slug')
    .where('status', '=', 'scheduled')
    .where(sql<boolean>`upper(during) > ${now}::timestamptz and lower(during) > ${now}::timestamptz - interval '367 days'`)
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('memberships')
            .select('groupId')
            .whereRef('memberships.groupId', '=', 'meetings.groupId')
            .where('personId', '=', personId),
        ),
        eb.exists(
          eb.selectFrom('attendances').select('id').whereRef('attendances.meetingId', '=', 'meetings.id').where('personId', '=', personId),
        ),
      ]),
    )
    .orderBy(sql`lower(during)`)
    .limit(1)
    .executeTakeFirst();
  return row?.slug ?? null;
}

/** The group of the viewer's in which most is open, one that they organise first; null: none of theirs follows any action. */
export async function findMainGroup(db: Executor, { personId }: SelfScope): Promise<{ slug: string; name: string } | null> {
  const { rows } = await sql<{ slug: string; name: string }>`
    select g.slug, g.name from memberships ms join groups g on g.id = ms.group_id, lateral (
      select count(*) as open from (
        select from follow_ups where follow_ups.group_id = g.id and ${openAction} limit ${MOST}) x) c
    where ms.person_id = ${personId} and c.open > 0
    order by (ms.role = 'organiser') desc, c.open desc, g.id limit 1`.execute(db);
  return rows[0] ?? null;
}
