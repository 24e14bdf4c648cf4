import type { Locale } from '#app/locale.ts';
import { formatWhen, sentenceCase } from '#app/model/format-when.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { whenOf } from '#app/model/when.ts';
import { findNeighbours, findSeriesOfMeeting } from '#db/series/read.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { recurrenceOf } from '#server/series/plan-of-series.ts';
import type { Services } from '#server/services.ts';
import { patternInWords } from './rule-words.ts';
import type { SeriesLineData } from './series-line.tsx';

/** What the page of a meeting shows of its series; null: it belongs to none. */
export async function loadSeriesLine(
  services: Services,
  viewer: Viewer | null,
  scope: MeetingScope,
  locale: Locale,
): Promise<SeriesLineData | null> {
  const series = await findSeriesOfMeeting(services.db, scope);
  if (!series?.seriesOn) return null;
  const network = await enterNetwork(services, viewer);
  const { previous, next } = await findNeighbours(services.db, scope, network, { seriesId: series.id, on: series.seriesOn });
  const link = (beside: typeof previous) =>
    beside && { slug: beside.slug, date: formatWhen(whenOf(beside.edtf), { zone: beside.timeZone, locale, year: false }).date };
  const pattern = sentenceCase(patternInWords(recurrenceOf(series).pattern, locale));
  return { id: series.id, pattern, previous: link(previous), next: link(next) };
}
