import { type Expression, expressionBuilder, type SqlBool } from 'kysely';
import type { DB } from '#db/schema.ts';

/** Whether a voter still takes part: whoever was asked as a member of the group does while they are one. Needs the poll beside the voter. */
export function stillAsked(): Expression<SqlBool> {
  const eb = expressionBuilder<DB, 'datePollVoters' | 'datePolls'>();
  return eb.or([
    eb('datePollVoters.cameAs', '!=', 'member'),
    eb.exists(
      eb
        .selectFrom('memberships')
        .select('memberships.personId')
        .whereRef('memberships.groupId', '=', 'datePolls.groupId')
        .whereRef('memberships.personId', '=', 'datePollVoters.personId'),
    ),
  ]);
}

/** Whether a voter counts in the answers: guests do once they have answered, everybody else from the start. */
export function counted(): Expression<SqlBool> {
  const eb = expressionBuilder<DB, 'datePollVoters'>();
  return eb.or([eb('datePollVoters.cameAs', '!=', 'guest'), eb('datePollVoters.answeredAt', 'is not', null)]);
}
