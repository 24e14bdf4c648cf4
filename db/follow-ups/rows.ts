import { sql } from 'kysely';
import type { FollowUpKind, FollowUpState } from '#app/model/follow-ups.ts';
import type { GroupScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

/** A decision or an action, and where it comes from. */
export interface FollowUpRow {
  id: string;
  kind: FollowUpKind;
  number: string;
  body: string;
  state: FollowUpState;
  dueOn: string | null;
  /** What became of it, in its owner's words, which nobody read over; '' for a reader whom it does not concern. */
  outcome: string;
  internal: boolean;
  blockId: string;
  meetingSlug: string;
  meetingTitle: string;
  edtf: string;
  timeZone: string;
  /** As this reader may see it; '' when nobody is named. */
  owner: string;
  /** The body that whoever does it comes from; '' when unknown, or when it is the owner itself. */
  organisation: string;
}

/**
 * Decisions and actions with their meetings. Whoever belongs to the group, or was invited to the meeting, reads the internal
 * edition and its names; everybody else reads what the public edition has, with the names it has. `personId` null: a visitor.
 */
export function selectFollowUps(db: Executor, { personId, member }: { personId: string | null; member: boolean }) {
  const attends = personId
    ? sql<boolean>`exists (select from attendances a where a.meeting_id = follow_ups.meeting_id and a.person_id = ${personId})`
    : sql<boolean>`false`;
  const concerned = member ? sql<boolean>`true` : sql<boolean>`(${attends})`;
  return db
    .selectFrom('followUps')
    .innerJoin('meetings', 'meetings.id', 'followUps.meetingId')
    .leftJoin('people as owners', 'owners.id', 'followUps.ownerId')
    .leftJoin('organisations as own', 'own.id', 'followUps.ownerOrganisationId')
    .leftJoin('organisations as theirs', 'theirs.id', 'owners.organisationId')
    .select(['followUps.id', 'followUps.kind', 'followUps.number', 'followUps.body', 'followUps.state', 'followUps.dueOn'])
    .select(['followUps.internal', 'followUps.blockId'])
    .select(['meetings.slug as meetingSlug', 'meetings.title as meetingTitle', 'meetings.edtf', 'meetings.timeZone'])
    .select(sql<string>`case when ${concerned} then follow_ups.outcome else '' end`.as('outcome'))
    .select(sql<string>`case when ${concerned} then follow_ups.owner_name else follow_ups.owner_public end`.as('owner'))
    .select(
      sql<string>`case when ${concerned} then coalesce(nullif(coalesce(own.name, theirs.name), follow_ups.owner_name), '') else '' end`.as(
        'organisation',
      ),
    )
    .where('followUps.state', '<>', 'withdrawn')
    .where(sql<boolean>`(not follow_ups.internal or ${concerned})`);
}

export const readerOf = (group: GroupScope, personId: string | null) => ({ personId, member: group.can.seeMembers });

/** An action that organisers have to settle; the words of the index follow_ups_unsettled. */
export const unsettled = sql<boolean>`((follow_ups.owner_id is null and follow_ups.owner_organisation_id is null and follow_ups.owner_name = '')
  or follow_ups.due_on is null or follow_ups.declined_at is not null or follow_ups.asked_due is not null)`;

/** An action whose owner has a record and was not told of it; the words of the index follow_ups_untold. */
export const untold = sql<boolean>`(follow_ups.owner_id is not null and follow_ups.notified_at is null
  and follow_ups.confirmed_at is null and follow_ups.declined_at is null)`;

// Open actions, in words that let PostgreSQL use the partial indexes.
export const openAction = sql<boolean>`(follow_ups.state = 'open' and follow_ups.kind = 'action')`;
