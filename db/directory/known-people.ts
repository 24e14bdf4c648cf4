import type { ExpressionBuilder } from 'kysely';
import type { NetworkScope } from '#app/model/scope.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';
import type { DB } from '#db/schema.ts';

/** Condition on `people`: somebody of a group, or of a meeting, that the viewer may see. */
export function knownPerson(eb: ExpressionBuilder<DB, 'people'>, scope: NetworkScope) {
  const { groupIds } = scope;
  if (groupIds === 'all') return eb.lit(true);
  return eb.or([
    eb.exists(
      eb
        .selectFrom('memberships')
        .innerJoin('groups', 'groups.id', 'memberships.groupId')
        .select('groups.id')
        .whereRef('memberships.personId', '=', 'people.id')
        .where((eb) =>
          eb.or([eb('groups.visibility', '=', 'public'), ...(groupIds.length > 0 ? [eb('groups.id', 'in', [...groupIds])] : [])]),
        ),
    ),
    eb.exists(
      eb
        .selectFrom('attendances')
        .innerJoin('meetings', 'meetings.id', 'attendances.meetingId')
        .select('meetings.id')
        .whereRef('attendances.personId', '=', 'people.id')
        .where(visibleMeetings(scope)),
    ),
  ]);
}
