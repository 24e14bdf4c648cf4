import { getLocale } from '#app/locale.ts';
import type { SeriesInList } from '#db/series/read.ts';
import { recurrenceOf } from '#server/series/plan-of-series.ts';
import { ruleInWords } from './rule-words.ts';
import type { ListedSeries } from './series-ledger.tsx';

/** Series as lists show them, in the reader's language. */
export function listedSeries(rows: readonly SeriesInList[]): ListedSeries[] {
  return rows.map(({ id, title, toCome, ...rule }) => ({
    id,
    title,
    toCome: Number(toCome),
    rule: ruleInWords(recurrenceOf(rule), getLocale()),
  }));
}
