import type { Recurrence } from '#app/model/recurrence.ts';
import { countInvited, listFollowing } from '#db/series/read-following.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedSeries } from './access.ts';
import type { DateRow } from './date-rows.ts';
import { FOLLOWING } from './hold-following.ts';
import { type ChangePlan, digestOf, planChange } from './plan-change.ts';

export interface ChangePreview extends ChangePlan {
  /** By which the organiser confirms this plan and no other. */
  digest: string;
  /** People who are told of a date that moves or ends. */
  told: number;
}

/** What a changed rule would do to the meetings that follow; `kept` are its dates. Nothing is written. */
export async function previewChange(
  services: Services,
  scope: OrganisedSeries,
  { since, kept, recurrence }: { since: string | null; kept: readonly DateRow[]; recurrence: Recurrence },
): Promise<ChangePreview> {
  const now = services.clock.now().toString();
  const following = await listFollowing(services.db, scope, { since, now, limit: FOLLOWING });
  const plan = planChange(following, kept, recurrence);
  const ids = plan.changes.filter(({ what }) => what === 'moves' || what === 'ends').map(({ meeting }) => meeting.id);
  return { ...plan, digest: digestOf(plan), told: await countInvited(services.db, scope, ids) };
}
