import { sql } from 'kysely';
import type { GroupScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

type Organised = GroupScope & { can: { organise: true } };

/** One action or decision of a group, as its organisers correct it; undefined: not of this group, or withdrawn. */
export async function findFollowUp(db: Executor, group: Organised, id: string) {
  return db
    .selectFrom('followUps')
    .innerJoin('meetings', 'meetings.id', 'followUps.meetingId')
    .leftJoin('people as owners', 'owners.id', 'followUps.ownerId')
    .select(['followUps.id', 'followUps.kind', 'followUps.number', 'followUps.body', 'followUps.state', 'followUps.dueOn'])
    .select(['followUps.ownerId', 'followUps.ownerOrganisationId', 'followUps.ownerName', 'followUps.outcome', 'followUps.revision'])
    .select(['followUps.confirmedAt', 'followUps.declinedAt', 'followUps.askedDue', 'followUps.ownerWord', 'followUps.notifiedAt'])
    .select(['followUps.meetingId', 'followUps.blockId', 'meetings.slug as meetingSlug', 'meetings.title as meetingTitle'])
    .select(sql<string | null>`trim(owners.given_name || ' ' || owners.family_name)`.as('ownerFullName'))
    .where('followUps.id', '=', id)
    .where('followUps.groupId', '=', group.groupId)
    .where('followUps.state', '<>', 'withdrawn')
    .executeTakeFirst();
}
export type EditedFollowUp = NonNullable<Awaited<ReturnType<typeof findFollowUp>>>;

export interface OwnerChoice {
  id: string;
  name: string;
  organisationId: string | null;
  organisation: string;
  /** Without an address nobody can be told. */
  reachable: boolean;
}

/** Who may be given an action: the group's members, and those who were at its meeting; whoever has it keeps it. By name. */
export async function listOwnerChoices(
  db: Executor,
  group: Organised,
  followUp: { meetingId: string; ownerId: string | null },
): Promise<OwnerChoice[]> {
  const { rows } = await sql<OwnerChoice>`
    select p.id, trim(p.given_name || ' ' || p.family_name) as name, p.organisation_id, coalesce(o.name, '') as organisation,
      p.email is not null as reachable
    from people p left join organisations o on o.id = p.organisation_id
    where p.id in (
      select person_id from memberships where group_id = ${group.groupId}
      union select person_id from attendances where meeting_id = ${followUp.meetingId}
      union select ${followUp.ownerId}::uuid)
    order by lower(p.family_name), p.id limit 1000`.execute(db);
  return rows;
}

/** Bodies that may be given an action: those of the people above, and the one that has it. By name. */
export async function listOrganisationChoices(
  db: Executor,
  group: Organised,
  followUp: { meetingId: string; ownerId: string | null; ownerOrganisationId: string | null },
): Promise<{ id: string; name: string }[]> {
  const people = await listOwnerChoices(db, group, followUp);
  const ids = [...people.map(({ organisationId }) => organisationId), followUp.ownerOrganisationId].filter((id) => id !== null);
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from organisations where id = any(${[...new Set(ids)]}::uuid[]) order by lower(name), id limit 500`.execute(db);
  return rows;
}
