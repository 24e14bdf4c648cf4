import { sql } from 'kysely';
import type { Language } from '#app/model/language.ts';
import type { GroupScope } from '#app/model/scope.ts';
import type { Executor, Trx } from '#db/client.ts';
import { openAction, untold } from './rows.ts';

/** Somebody to write to. */
export interface OwnerToTell {
  personId: string;
  givenName: string;
  familyName: string;
  email: string;
  language: Language;
  followUpIds: string[];
}

/**
 * Marks every open action of a group whose owner has an address and was not told of it as told, and gives them by owner.
 * Of two who do it at once the second gets none. `now` is an ISO instant.
 */
export async function markTold(trx: Trx, group: GroupScope & { can: { organise: true } }, now: string): Promise<OwnerToTell[]> {
  const { rows } = await sql<OwnerToTell>`
    with told as (
      update follow_ups set notified_at = ${now}, updated_at = ${now}
      where id in (
        select follow_ups.id from follow_ups join people p on p.id = follow_ups.owner_id and p.email is not null
        where follow_ups.group_id = ${group.groupId} and ${openAction} and ${untold}
        order by follow_ups.id limit 5000 for update of follow_ups)
      and ${untold}
      returning id, owner_id, due_on)
    select p.id as person_id, p.given_name, p.family_name, p.email, p.language,
      array_agg(told.id::text order by told.due_on nulls last, told.id) as follow_up_ids
    from told join people p on p.id = told.owner_id
    group by p.id order by p.id`.execute(trx);
  return rows;
}

// Only what its owner knows of: nobody is reminded of an action that they were never told.
const known = sql<boolean>`(follow_ups.declined_at is null and (follow_ups.notified_at is not null or follow_ups.confirmed_at is not null))`;
const today = (now: string) => sql<string>`(${now}::timestamptz at time zone g.time_zone)::date`;
// The day before it is due, and once more when that day is past; a new due date starts over.
const wanted = (now: string) => sql<boolean>`(follow_ups.due_on <= ${today(now)} + 1
  and (follow_ups.reminded_on is null or (follow_ups.due_on < ${today(now)} and follow_ups.reminded_on <= follow_ups.due_on)))`;

/** Whom a reminder is due to: at most one a week each. `now` is an ISO instant. */
export async function listOwnersToRemind(db: Executor, now: string, { limit }: { limit: number }): Promise<string[]> {
  const { rows } = await sql<{ ownerId: string }>`
    select distinct follow_ups.owner_id
    from follow_ups join groups g on g.id = follow_ups.group_id join people p on p.id = follow_ups.owner_id and p.email is not null
    where ${openAction} and ${known} and ${wanted(now)}
      and not exists (select from follow_ups last where last.owner_id = follow_ups.owner_id and last.reminded_on > ${today(now)} - 7)
    order by follow_ups.owner_id limit ${limit}`.execute(db);
  return rows.map(({ ownerId }) => ownerId);
}

/** What one mail reminds a person of: all that is late or due within a week; marked as reminded today. */
export async function markReminded(trx: Trx, personId: string, now: string): Promise<(OwnerToTell & { timeZone: string }) | undefined> {
  const { rows } = await sql<OwnerToTell & { timeZone: string }>`
    with reminded as (
      update follow_ups set reminded_on = ${today(now)}
      from groups g
      where g.id = follow_ups.group_id and follow_ups.owner_id = ${personId} and ${openAction} and ${known}
        and follow_ups.due_on <= ${today(now)} + 7
      returning follow_ups.id, follow_ups.owner_id, follow_ups.due_on)
    select p.id as person_id, p.given_name, p.family_name, p.email, p.language, p.time_zone,
      array_agg(reminded.id::text order by reminded.due_on, reminded.id) as follow_up_ids
    from reminded join people p on p.id = reminded.owner_id and p.email is not null
    group by p.id`.execute(trx);
  return rows[0];
}

/** What a mail says of these actions, as they are when it leaves: those that are still open and this person's, by date. */
export async function listForMail(db: Executor, personId: string, ids: readonly string[], { limit }: { limit: number }) {
  return db
    .selectFrom('followUps')
    .innerJoin('meetings', 'meetings.id', 'followUps.meetingId')
    .innerJoin('groups', 'groups.id', 'followUps.groupId')
    .leftJoin('organisations', 'organisations.id', 'followUps.ownerOrganisationId')
    .select(['followUps.id', 'followUps.number', 'followUps.body', 'followUps.dueOn', 'groups.name as groupName'])
    .select(['meetings.title as meetingTitle', 'meetings.edtf', 'meetings.timeZone', 'organisations.name as organisation'])
    .innerJoin('people', 'people.id', 'followUps.ownerId')
    .select(['groups.timeZone as groupZone', 'people.givenName'])
    .where((eb) => eb('followUps.id', '=', eb.fn.any(sql<string[]>`${[...ids]}::uuid[]`)))
    .where('followUps.ownerId', '=', personId)
    .where('followUps.declinedAt', 'is', null)
    .where(openAction)
    .orderBy('followUps.dueOn', (by) => by.asc().nullsLast())
    .orderBy('followUps.id')
    .limit(limit)
    .execute();
}
export type FollowUpForMail = Awaited<ReturnType<typeof listForMail>>[number];
