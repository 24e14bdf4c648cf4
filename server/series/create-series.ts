import type { DateChoices, SeriesInvite, SeriesPlan } from '#app/model/series.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { findGroupOfSeries, insertSeries } from '#db/series/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedGroup } from '#server/groups/access.ts';
import type { Services } from '#server/services.ts';
import { addMeetings } from './add-meetings.ts';
import { checkDates, type DatesRefused } from './check-dates.ts';
import type { DateRow } from './date-rows.ts';
import { CountChanged } from './hold-following.ts';

export type CreatedSeries =
  /** `invited`: mails that leave now. */
  { ok: true; meetings: number; invited: number } | DatesRefused;

export interface SeriesToCreate {
  viewer: Viewer;
  scope: OrganisedGroup;
  /** Comes with the form: the same form sent twice makes one series. */
  id: string;
  plan: SeriesPlan;
  choices: DateChoices;
  /** The days of the rule that the organiser was shown. */
  seen: readonly string[];
  /** Announced at once, else drafts for organisers. */
  announce: boolean;
  /** `expected`: how many members of the group the organiser was told of. */
  invite: { whom: SeriesInvite; expected: number };
}

/** Makes a series and a meeting of its own for each date that is kept, all or none. */
export async function createSeries(services: Services, request: SeriesToCreate): Promise<CreatedSeries> {
  const { viewer, scope, id, plan, choices, seen } = request;
  const checked = checkDates(plan.recurrence, choices, seen);
  if (!checked.ok) return checked;
  const { rows, kept } = checked;
  const now = services.clock.now().toString();
  return inTransaction<CreatedSeries>(services.db, async (trx) => {
    const rule = { ...plan.recurrence, firstDay: rows[0]?.on ?? plan.recurrence.firstDay };
    const leftOut = rows.filter((row) => !row.kept).map(({ on }) => on);
    const series = { id, groupId: scope.groupId, createdBy: viewer.personId, now, plan: { ...plan, recurrence: rule }, leftOut };
    if (!(await insertSeries(trx, series))) return sentBefore(trx, request, kept);
    const added = await addMeetings(trx, services, { ...request, seriesId: id, rows: kept, now });
    if (!added.ok) throw new CountChanged(added.count);
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'series.create', subjectType: 'series', subjectId: id },
      detail: { meetings: kept.length, invited: added.invited, announced: request.announce },
    });
    return { ok: true, meetings: kept.length, invited: added.invited };
  }).catch(refusalOf);
}

async function sentBefore(trx: Trx, { id, scope }: SeriesToCreate, kept: readonly DateRow[]): Promise<CreatedSeries> {
  if ((await findGroupOfSeries(trx, id)) !== scope.groupId) throw new Error('A form brought the id of a series of another group.');
  return { ok: true, meetings: kept.length, invited: 0 };
}

function refusalOf(error: unknown): CreatedSeries {
  if (error instanceof CountChanged) return { ok: false, reason: 'count_changed', count: error.count };
  throw error;
}
