import { type Expression, expressionBuilder, type SqlBool } from 'kysely';
import type { NetworkScope } from '#app/model/scope.ts';
import type { DB } from '#db/schema.ts';

/**
 * Which meetings a list may show to this person, as a condition on `meetings`:
 * never drafts; public ones, those of their groups, and those they are invited to.
 */
export function visibleMeetings(scope: NetworkScope): Expression<SqlBool> {
  const eb = expressionBuilder<DB, 'meetings'>();
  const announced = eb('meetings.status', '!=', 'draft');
  if (scope.groupIds === 'all') return announced;
  const allowed: Expression<SqlBool>[] = [eb('meetings.visibility', '=', 'public')];
  if (scope.groupIds.length > 0) allowed.push(eb('meetings.groupId', 'in', [...scope.groupIds]));
  if (scope.personId)
    allowed.push(
      eb.exists(
        eb
          .selectFrom('attendances')
          .select('attendances.id')
          .whereRef('attendances.meetingId', '=', 'meetings.id')
          .where('attendances.personId', '=', scope.personId),
      ),
    );
  return eb.and([announced, eb.or(allowed)]);
}
