import type { OwnFollowUpScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

/** Whose action it is now, for gates. */
export async function findOwner(db: Executor, followUpId: string) {
  return db.selectFrom('followUps').select(['ownerId', 'state']).where('id', '=', followUpId).executeTakeFirst();
}

/** One action as its owner sees it: what is asked, and where it comes from. */
export async function findOwnFollowUp(db: Executor, scope: OwnFollowUpScope) {
  return db
    .selectFrom('followUps')
    .innerJoin('meetings', 'meetings.id', 'followUps.meetingId')
    .innerJoin('groups', 'groups.id', 'followUps.groupId')
    .leftJoin('organisations', 'organisations.id', 'followUps.ownerOrganisationId')
    .innerJoin('people', 'people.id', 'followUps.ownerId')
    .select(['followUps.id', 'followUps.number', 'followUps.body', 'followUps.state', 'followUps.dueOn', 'followUps.outcome'])
    .select(['followUps.confirmedAt', 'followUps.declinedAt', 'followUps.askedDue', 'followUps.ownerWord', 'followUps.stateBy'])
    .select(['meetings.slug as meetingSlug', 'meetings.title as meetingTitle', 'meetings.edtf', 'meetings.timeZone'])
    .select(['groups.name as groupName', 'organisations.name as organisation', 'people.givenName', 'groups.timeZone as groupZone'])
    .where('followUps.id', '=', scope.followUpId)
    .where('followUps.ownerId', '=', scope.personId)
    .executeTakeFirst();
}
export type OwnFollowUp = NonNullable<Awaited<ReturnType<typeof findOwnFollowUp>>>;
