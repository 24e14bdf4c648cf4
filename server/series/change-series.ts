import type { DateChoices, SeriesInvite, SeriesPlan } from '#app/model/series.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { findSeries, type SeriesDetails } from '#db/series/read.ts';
import { lockSeries, updateSeries } from '#db/series/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedSeries } from './access.ts';
import { addMeetings } from './add-meetings.ts';
import { applyChanges } from './apply-changes.ts';
import { checkDates, type DatesRefused } from './check-dates.ts';
import { CountChanged, holdFollowing } from './hold-following.ts';
import { digestOf, planChange } from './plan-change.ts';
import { planOf } from './plan-of-series.ts';
import { queueSeriesMails } from './queue-series-mails.ts';
import { splitTaken } from './split-taken.ts';
import { tellOpenPages } from './tell-open-pages.ts';

export type ChangedSeries =
  | { ok: true; moved: number; cancelled: number; added: number }
  /** Somebody changed the series since the form was filled: theirs comes back. */
  | { ok: false; reason: 'conflict'; current: SeriesDetails }
  /** Its meetings are not those that were shown: somebody edited, or time went by. */
  | { ok: false; reason: 'meetings_changed' }
  | DatesRefused;

export interface SeriesChange {
  viewer: Viewer;
  scope: OrganisedSeries;
  /** The one that the form was filled from. */
  revision: number;
  /** The day of the rule from which it changes; null: no meeting is left, the series goes on. */
  since: string | null;
  /** Its rule begins with the first day that it may give (first-day.ts). */
  plan: SeriesPlan;
  choices: DateChoices;
  seen: readonly string[];
  /** The plan that the organiser was shown (digestOf). */
  digest: string;
  /** Drafts among the following become public, and new meetings are. */
  announce: boolean;
  invite: { whom: SeriesInvite; expected: number };
  /** For those invited to a meeting that ends, '' for none. */
  reason: string;
}

/**
 * Another rule, template or end for the meetings that follow, all or none. Meetings keep their UIDs: a date that moves is the
 * same meeting, with a higher SEQUENCE; one without a date any more is cancelled; new dates get meetings. What was changed by
 * hand stays, what has begun is not touched, and the day of the rule that it stands for gets no second meeting.
 */
export async function changeSeries(services: Services, change: SeriesChange): Promise<ChangedSeries> {
  const { viewer, scope, since, plan, announce } = change;
  const checked = checkDates(plan.recurrence, change.choices, change.seen);
  if (!checked.ok) return checked;
  const touched: string[] = [];
  const changed = await inTransaction<ChangedSeries>(services.db, async (trx) => {
    const now = services.clock.now().toString();
    const revision = await lockSeries(trx, scope.seriesId);
    const current = await findSeries(trx, scope);
    if (revision !== change.revision) return { ok: false, reason: 'conflict', current };
    const following = await holdFollowing(trx, scope, { since, now });
    const { free } = await splitTaken(trx, scope, { kept: checked.kept, following });
    const planned = planChange(following, free, plan.recurrence);
    if (digestOf(planned) !== change.digest) return { ok: false, reason: 'meetings_changed' };
    const applied = await applyChanges(trx, services, { ...change, before: planOf(current), changes: planned.changes });
    const added = { ...change, seriesId: scope.seriesId, rows: planned.added, announce, now, round: `+${revision}` };
    const made = await addMeetings(trx, services, added);
    if (!made.ok) throw new CountChanged(made.count);
    const leftOut = checked.rows.filter((row) => !row.kept).map(({ on }) => on);
    const rule = { ...plan.recurrence, firstDay: checked.rows[0]?.on ?? plan.recurrence.firstDay };
    await updateSeries(trx, { id: scope.seriesId, plan: { ...plan, recurrence: rule }, leftOut, now });
    await queueSeriesMails(trx, services, { seriesId: scope.seriesId, revision, by: viewer.personId, news: applied.news });
    touched.push(...applied.touched);
    const counts = { moved: applied.moved, cancelled: applied.cancelled, added: planned.added.length };
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'series.change', subjectType: 'series', subjectId: scope.seriesId },
      detail: { ...counts, since },
    });
    return { ok: true, ...counts };
  }).catch((error: unknown): ChangedSeries => {
    if (error instanceof CountChanged) return { ok: false, reason: 'count_changed', count: error.count };
    throw error;
  });
  if (changed.ok) tellOpenPages(services, touched);
  return changed;
}
