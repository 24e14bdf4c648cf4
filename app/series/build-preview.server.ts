import { getLocale } from '#app/locale.ts';
import type { Recurrence } from '#app/model/recurrence.ts';
import type { NetworkScope } from '#app/model/scope.ts';
import { checkDates, type DatesRefused } from '#server/series/check-dates.ts';
import { edtfOf } from '#server/series/date-rows.ts';
import { previewDates } from '#server/series/preview-dates.ts';
import type { Services } from '#server/services.ts';
import type { ReadChoices } from './date-choices.ts';
import { shownDate } from './date-words.ts';
import type { ShownPreview } from './dates-preview.tsx';
import { ruleInWords, skippedInWords } from './rule-words.ts';

/** The dates of a rule for the page, and what keeps them from being made; null when there is none, or more than a series can have. */
export async function buildPreview(
  services: Services,
  network: NetworkScope,
  { recurrence, choices, ...of }: { recurrence: Recurrence; choices: ReadChoices; organisedGroupId: string; exceptSeriesId?: string },
): Promise<{ shown: ShownPreview | null; refused: DatesRefused | null }> {
  const locale = getLocale();
  const { rows } = await previewDates(services, network, { recurrence, choices, locale, ...of });
  const days = rows.map(({ on }) => on);
  const checked = checkDates(recurrence, choices, days);
  const { timeZone } = recurrence;
  const dates = rows.map((row) => shownDate(row, { locale, timeZone, edtf: row.missing ? null : edtfOf(row) }));
  const first = rows[0]?.on ?? recurrence.firstDay;
  const rule = ruleInWords({ ...recurrence, firstDay: first }, locale);
  const skipped = skippedInWords(recurrence, days, locale);
  const shown = rows.length > 0 ? { rule, skipped, dates, count: dates.filter(({ kept }) => kept).length } : null;
  return { shown, refused: checked.ok ? null : checked };
}
