import { type Expression, expressionBuilder, type SqlBool } from 'kysely';
import type { NetworkScope } from '#app/model/scope.ts';
import type { DB } from '#db/schema.ts';

/** Which events of others a list may show to this person, as a condition on `outsideEvents` and `groups`: those of groups that they may see. */
export function visibleOutsideEvents({ groupIds }: NetworkScope): Expression<SqlBool> {
  const eb = expressionBuilder<DB, 'outsideEvents' | 'groups'>();
  const shown = eb('outsideEvents.hidden', '=', false);
  if (groupIds === 'all') return shown;
  const allowed: Expression<SqlBool>[] = [eb('groups.visibility', '=', 'public')];
  if (groupIds.length > 0) allowed.push(eb('groups.id', 'in', [...groupIds]));
  return eb.and([shown, eb.or(allowed)]);
}
