import { sql } from 'kysely';
import type { FollowUpList } from '#app/model/follow-ups.ts';
import type { GroupScope, NetworkScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';
import { type FollowUpRow, openAction, readerOf, selectFollowUps, unsettled, untold } from './rows.ts';

export interface FollowUpFilter {
  show: FollowUpList;
  /** A person or an organisation; only for the group's members. */
  owner?: string | null;
}

export interface ListedFollowUp extends FollowUpRow {
  ownerId: string | null;
  revision: number;
  /** Only for organisers; null and '' for everyone else. */
  confirmedAt: string | null;
  declinedAt: string | null;
  askedDue: string | null;
  ownerWord: string;
}

/** A group's actions or decisions that the viewer may see. Overdue and open by their dates, done and decided newest first. */
export async function listFollowUps(
  db: Executor,
  { group, network }: { group: GroupScope; network: NetworkScope },
  { show, owner = null }: FollowUpFilter,
  { today, limit, offset = 0 }: { today: string; limit: number; offset?: number },
): Promise<ListedFollowUp[]> {
  const { organise } = group.can;
  let query = selectFollowUps(db, readerOf(group, network.personId))
    .select(['followUps.revision'])
    .select(sql<string | null>`case when ${group.can.seeMembers} then follow_ups.owner_id end`.as('ownerId'))
    .select(sql<string | null>`case when ${organise} then follow_ups.confirmed_at end`.as('confirmedAt'))
    .select(sql<string | null>`case when ${organise} then follow_ups.declined_at end`.as('declinedAt'))
    .select(sql<string | null>`case when ${organise} then follow_ups.asked_due end`.as('askedDue'))
    .select(sql<string>`case when ${organise} then follow_ups.owner_word else '' end`.as('ownerWord'))
    .where('followUps.groupId', '=', group.groupId)
    .where(visibleMeetings(network))
    .where(inList(show, today));
  if (owner && group.can.seeMembers)
    query = query.where((eb) =>
      eb.or([
        eb('followUps.ownerId', '=', owner),
        eb('followUps.ownerOrganisationId', '=', owner),
        eb('owners.organisationId', '=', owner),
      ]),
    );
  const ordered =
    show === 'done'
      ? query.orderBy('followUps.stateAt', 'desc')
      : show === 'decisions'
        ? query.orderBy('followUps.createdAt', 'desc')
        : query.orderBy('followUps.dueOn', (by) => by.asc().nullsLast());
  return ordered
    .orderBy(sql`length(follow_ups.number)`)
    .orderBy('followUps.number')
    .orderBy('followUps.id')
    .limit(limit)
    .offset(offset)
    .execute();
}

function inList(show: FollowUpList, today: string) {
  switch (show) {
    case 'open':
      return openAction;
    case 'overdue':
      return sql<boolean>`(${openAction} and follow_ups.due_on < ${today}::date)`;
    case 'unsettled':
      return sql<boolean>`(${openAction} and ${unsettled})`;
    case 'done':
      return sql<boolean>`(follow_ups.state in ('done', 'dropped') and follow_ups.kind = 'action')`;
    case 'decisions':
      return sql<boolean>`follow_ups.kind = 'decision'`;
  }
}

export type FollowUpCounts = Record<FollowUpList, number>;

/** How many rows each list has for this viewer. */
export async function countFollowUps(
  db: Executor,
  { group, network }: { group: GroupScope; network: NetworkScope },
  today: string,
): Promise<FollowUpCounts> {
  const count = (show: FollowUpList) => sql<number>`count(*) filter (where ${inList(show, today)})`.as(show);
  return selectFollowUps(db, readerOf(group, network.personId))
    .clearSelect()
    .select([count('open'), count('overdue'), count('unsettled'), count('done'), count('decisions')])
    .where('followUps.groupId', '=', group.groupId)
    .where(visibleMeetings(network))
    .executeTakeFirstOrThrow();
}

/** Who and which bodies the open actions are with, for the choice of a filter; nobody for whoever is not of the group. */
export async function listOwners(db: Executor, group: GroupScope, { limit }: { limit: number }): Promise<{ id: string; name: string }[]> {
  if (!group.can.seeMembers) return [];
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from (
      select distinct p.id, trim(p.given_name || ' ' || p.family_name) as name
      from follow_ups join people p on p.id = follow_ups.owner_id where follow_ups.group_id = ${group.groupId} and ${openAction}
      union
      select distinct o.id, o.name
      from follow_ups left join people p on p.id = follow_ups.owner_id
      join organisations o on o.id in (follow_ups.owner_organisation_id, p.organisation_id)
      where follow_ups.group_id = ${group.groupId} and ${openAction}
    ) owners order by lower(name), id limit ${limit}`.execute(db);
  return rows;
}

/** How many owners of open actions, besides the viewer, were not told of them and have an address. Only for organisers. */
export async function countUntold(
  db: Executor,
  { group, network }: { group: GroupScope & { can: { organise: true } }; network: NetworkScope },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct follow_ups.owner_id) as count from follow_ups join people p on p.id = follow_ups.owner_id and p.email is not null
    where follow_ups.group_id = ${group.groupId} and ${openAction} and ${untold}
      and follow_ups.owner_id is distinct from ${network.personId}::uuid`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Decisions of the last meeting of the group before this one that published any; the viewer's own sight of them. */
export async function listDecisionsBefore(
  db: Executor,
  { group, network }: { group: GroupScope; network: NetworkScope },
  { meetingId, limit }: { meetingId: string; limit: number },
): Promise<FollowUpRow[]> {
  const last = sql<string>`(
    select f.meeting_id from follow_ups f join meetings m on m.id = f.meeting_id
    where f.group_id = ${group.groupId} and f.kind = 'decision' and f.state <> 'withdrawn' and m.id <> ${meetingId}
      and lower(m.during) < coalesce((select lower(during) from meetings where id = ${meetingId}), 'infinity')
    order by lower(m.during) desc limit 1)`;
  return selectFollowUps(db, readerOf(group, network.personId))
    .where('followUps.kind', '=', 'decision')
    .where('followUps.meetingId', '=', last)
    .where(visibleMeetings(network))
    .orderBy(sql`length(follow_ups.number)`)
    .orderBy('followUps.number')
    .limit(limit)
    .execute();
}
