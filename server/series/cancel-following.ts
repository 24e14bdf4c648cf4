import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { findSeries } from '#db/series/read.ts';
import { lockSeries, updateRule } from '#db/series/write.ts';
import { inTransaction } from '#db/transaction.ts';
import { cancelWithin } from '#server/meetings/cancel-meeting.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedSeries } from './access.ts';
import { holdFollowing } from './hold-following.ts';
import { recurrenceOf } from './plan-of-series.ts';
import { queueSeriesMails, type SeriesNews } from './queue-series-mails.ts';
import { tellOpenPages } from './tell-open-pages.ts';

export type CancelledFollowing =
  | { ok: true; cancelled: number; discarded: number }
  /** The series changed since the page was shown. */
  | { ok: false; reason: 'conflict' }
  /** Not as many meetings as the organiser confirmed. */
  | { ok: false; reason: 'count_changed'; count: number };

/**
 * Cancels a meeting of a series and all that follow it, and ends its rule before them; drafts are thrown away, except one with
 * minutes. `since` is the day of the rule that the first of them stands for, `expected` how many the organiser was shown.
 */
export async function cancelFollowing(
  services: Services,
  {
    viewer,
    scope,
    revision,
    since,
    expected,
    reason,
  }: { viewer: Viewer; scope: OrganisedSeries; revision: number; since: string; expected: number; reason: string },
): Promise<CancelledFollowing> {
  const { seriesId } = scope;
  const touched: string[] = [];
  const cancelled = await inTransaction<CancelledFollowing>(services.db, async (trx) => {
    const now = services.clock.now().toString();
    if ((await lockSeries(trx, seriesId)) !== revision) return { ok: false, reason: 'conflict' };
    const meetings = (await holdFollowing(trx, scope, { since, now })).filter(({ status }) => status !== 'cancelled');
    if (meetings.length !== expected) return { ok: false, reason: 'count_changed', count: meetings.length };
    const news: SeriesNews[] = [];
    let discarded = 0;
    for (const { id: meetingId, edtf, timeZone } of meetings) {
      const ended = await cancelWithin(trx, services, { by: viewer.personId, meetingId, reason });
      if (!ended.ok) continue;
      if (ended.was === 'scheduled') news.push({ meetingId, what: 'cancelled', before: { edtf, timeZone } });
      else discarded++;
      touched.push(meetingId);
    }
    const rule = recurrenceOf(await findSeries(trx, scope));
    const day = Temporal.PlainDate.from(since).subtract({ days: 1 }).toString();
    await updateRule(trx, { id: seriesId, recurrence: { ...rule, end: { kind: 'until', day } }, now });
    await queueSeriesMails(trx, services, { seriesId, revision, by: viewer.personId, news });
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'series.cancel_following', subjectType: 'series', subjectId: seriesId },
      detail: { since, cancelled: news.length, discarded },
    });
    return { ok: true, cancelled: news.length, discarded };
  });
  if (cancelled.ok) tellOpenPages(services, touched);
  return cancelled;
}
