import type { SeriesPlan } from '#app/model/series.ts';
import { findSeries } from '#db/series/read.ts';
import { countInvited, listFollowing } from '#db/series/read-following.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedSeries } from './access.ts';
import type { DateRow } from './date-rows.ts';
import { FOLLOWING } from './hold-following.ts';
import { type ChangePlan, digestOf, planChange } from './plan-change.ts';
import { splitTaken } from './split-taken.ts';

/** What an entry in a calendar shows besides its time (server/meetings/edit-meeting.ts). */
export const PLACE = ['placeName', 'placeAddress', 'onlineUrl'] as const;

export interface ChangePreview extends ChangePlan {
  /** By which the organiser confirms this plan and no other. */
  digest: string;
  /** Dates for which a meeting stands that has begun: they get no other. */
  taken: DateRow[];
  /** People who are told: a date moves or ends, or the place or the link of the video conference changes. */
  told: number;
}

/** What a changed rule would do to the meetings that follow; `kept` are its dates. Nothing is written. */
export async function previewChange(
  services: Services,
  scope: OrganisedSeries,
  { since, kept, plan: after }: { since: string | null; kept: readonly DateRow[]; plan: SeriesPlan },
): Promise<ChangePreview> {
  const now = services.clock.now().toString();
  const [following, series] = await Promise.all([
    listFollowing(services.db, scope, { since, now, limit: FOLLOWING }),
    findSeries(services.db, scope),
  ]);
  const { free, taken } = await splitTaken(services.db, scope, { kept, following });
  const plan = planChange(following, free, after.recurrence);
  const elsewhere = PLACE.some((field) => series[field] !== after.template[field]);
  const ids = plan.changes.filter(({ what }) => elsewhere || what === 'moves' || what === 'ends').map(({ meeting }) => meeting.id);
  return { ...plan, taken, digest: digestOf(plan), told: await countInvited(services.db, scope, ids) };
}
