import type { Locale } from '#app/locale.ts';
import { holidaysOn, type PublicHoliday } from '#app/model/public-holidays.ts';
import { RECURRENCE_LIMITS, type Recurrence } from '#app/model/recurrence.ts';
import type { NetworkScope } from '#app/model/scope.ts';
import type { DateChoices } from '#app/model/series.ts';
import { boundsOf } from '#app/model/when.ts';
import { type Clash, listClashesAt, overlap } from '#db/series/read-clashes.ts';
import type { Services } from '#server/services.ts';
import { type DateRow, dateRows } from './date-rows.ts';

/** One date of a rule, with what an organiser looks at before making its meeting. */
export interface PreviewRow extends DateRow {
  /** Public holidays of France on its day. */
  holidays: PublicHoliday[];
  clashes: Clash[];
  past: boolean;
}

const CLASHES = 500;
const CLASHES_A_DATE = 4;

/**
 * The dates of a rule before anything is made. Nothing but their number when there are more than a series can have.
 * `organisedGroupId`: the group that meets, whose drafts count as clashes too.
 */
export async function previewDates(
  services: Services,
  network: NetworkScope,
  {
    recurrence,
    choices,
    locale,
    ...of
  }: { recurrence: Recurrence; choices: DateChoices; locale: Locale; organisedGroupId: string; exceptSeriesId?: string },
): Promise<{ count: number; rows: PreviewRow[] }> {
  const rows = dateRows(recurrence, choices);
  if (rows.length > RECURRENCE_LIMITS.dates) return { count: rows.length, rows: [] };
  const now = services.clock.now().toString();
  const times = rows.map((row) => timesOf(row, recurrence.timeZone));
  const asked = times.filter((time) => time !== null);
  const clashes = await listClashesAt(services.db, network, { times: asked, limit: CLASHES, ...of });
  return {
    count: rows.length,
    rows: rows.map((row, index) => {
      const time = times[index];
      return {
        ...row,
        holidays: holidaysOn(row.start.slice(0, 10), locale),
        clashes: time ? clashes.filter((clash) => overlap(time, clash)).slice(0, CLASHES_A_DATE) : [],
        past: time ? Temporal.Instant.compare(time.to, now) <= 0 : false,
      };
    }),
  };
}

function timesOf({ start, end, missing }: DateRow, zone: string): { from: string; to: string } | null {
  return missing ? null : boundsOf({ kind: 'time', start, end, toConfirm: false }, zone);
}
