import { formatEdtf, isDay, isMonth, isYear, parseWhen } from '#app/model/when.ts';

const MONTHS = [
  ...['janvier', 'f[ée]vrier', 'mars', 'avril', 'mai', 'juin'],
  ...['juillet', 'ao[uû]t', 'septembre', 'octobre', 'novembre', 'd[ée]cembre'],
];
const MONTH = `(${MONTHS.join('|')})`;
const DAY = String.raw`(1er|[1-9]|[12]\d|3[01])`;
const YEAR = String.raw`((?:19|20|21)\d\d)`;
const HOURS = String.raw`(?:,?\s+(?:de\s+|à\s+)?([01]?\d|2[0-3])\s?h\s?([0-5]\d)?\s*(?:à|-|–|—)\s*([01]?\d|2[0-3])\s?h\s?([0-5]\d)?)?`;
/** Words after which a month or a year by itself is a date to come, and not just a word. */
const BEFORE = String.raw`(?:en|pour|avant|début|mi|fin|courant|dès|au mois de|d[’']ici(?: à)?(?: la fin)?)[\s-]+(?:le |l[’']|de )?`;
const re = (source: string) => new RegExp(String.raw`(?<![\p{L}\p{N}])${source}(?![\p{L}\p{N}])`, 'giu');

/** Each way in which French minutes write a date, and what it is in EDTF; the first that finds one to come decides. */
const PATTERNS: readonly (readonly [RegExp, (found: (string | undefined)[], next: NextYear) => string])[] = [
  [
    re(String.raw`(?:du|les)\s+${DAY}\s+(?:au|et)\s+${DAY}\s+${MONTH}(?:\s+${YEAR})?`),
    ([, from, to, month, year], next) => {
      const [first, mark] = dayOf(from, month, year, next);
      const [last] = dayOf(to, month, first.slice(0, 4), next);
      return `${first}${mark}/${last}${mark}`;
    },
  ],
  [
    re(String.raw`${DAY}\s+${MONTH}(?:\s+${YEAR})?${HOURS}`),
    ([, number, month, year, h1, m1, h2, m2], next) => {
      const [day, mark] = dayOf(number, month, year, next);
      if (!h1 || !h2) return `${day}${mark}`;
      const at = (hour: string, minute = '00') => `${day}T${hour.padStart(2, '0')}:${minute}${mark}`;
      return `${at(h1, m1)}/${at(h2, m2)}`;
    },
  ],
  [re(String.raw`(0?[1-9]|[12]\d|3[01])[/.](0?[1-9]|1[0-2])[/.]${YEAR}`), ([, d = '', mo = '', y]) => `${y}-${two(mo)}-${two(d)}`],
  [re(String.raw`(?<!\d\s|1er\s)${MONTH}\s+${YEAR}`), ([, month, year]) => `${year}-${two(monthNumber(month))}`],
  [re(String.raw`${BEFORE}${MONTH}(?!\s+${YEAR})`), ([, month], next) => `${next.month(monthNumber(month))}?`],
  [re(String.raw`(?:printemps|été|automne|hiver|rentrée|semestre|trimestre)(?:\s+de)?\s+${YEAR}`), ([, year]) => year ?? ''],
  [re(`${BEFORE}${YEAR}`), ([, year]) => year ?? ''],
];

/**
 * The date that a French sentence tells, as EDTF (see app/model/when.ts), when it is not before `day` (ISO; null: unknown);
 * null when it tells none. An hour is told only when both ends are. A year that was not written is the next one in which the
 * date comes, and marked « to be confirmed ».
 */
export function findDate(sentence: string, day: string | null): string | null {
  const next = new NextYear(day);
  for (const [pattern, read] of PATTERNS) {
    for (const found of sentence.matchAll(pattern)) {
      const when = parseWhen(read([...found], next));
      if (when && when.kind !== 'unknown' && (day === null || lastDay(formatEdtf(when)) >= day)) return formatEdtf(when);
    }
  }
  return null;
}

/** For putting dates in order: a month comes after its days, a year after its months; no date last. */
export function lastDay(edtf: string | null): string {
  if (edtf === null || edtf === 'XXXX') return '9999';
  const last = edtf.replaceAll('?', '').split('/').at(-1) ?? '';
  if (isYear(last)) return `${last}-99`;
  return isMonth(last) ? `${last}-99` : last.slice(0, 10);
}

/** The year that is meant when none is written: the next time that the month or day comes after the meeting. */
class NextYear {
  readonly #after: string | null;

  constructor(after: string | null) {
    this.#after = after;
  }

  day(rest: string): string {
    return this.#first((year) => `${year}-${rest}`, isDay);
  }

  month(month: string): string {
    return this.#first((year) => `${year}-${two(month)}`, isMonth);
  }

  #first(written: (year: number) => string, exists: (text: string) => boolean): string {
    const after = this.#after;
    if (after === null) return '';
    const year = Number(after.slice(0, 4));
    const dates = [written(year), written(year + 1)];
    return dates.find((date) => exists(date) && lastDay(date) >= after) ?? '';
  }
}

function dayOf(number = '', month: string | undefined, year: string | undefined, next: NextYear): [day: string, mark: '' | '?'] {
  const rest = `${two(monthNumber(month))}-${two(number.replace('1er', '1'))}`;
  return year ? [`${year}-${rest}`, ''] : [next.day(rest), '?'];
}

function monthNumber(name = ''): string {
  return String(MONTHS.findIndex((month) => new RegExp(`^${month}$`, 'iu').test(name)) + 1);
}

function two(number: string): string {
  return number.padStart(2, '0');
}
