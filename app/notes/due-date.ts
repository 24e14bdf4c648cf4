import { addDays, addMonths, type CivilDay, civilDay, daysInMonth, isoDay, parseIsoDay, weekdayOf } from './civil-day.ts';

// French first, English second; written without accents, compared by their beginning.
const MONTHS = [
  ['janvier', 'january'],
  ['fevrier', 'february'],
  ['mars', 'march'],
  ['avril', 'april'],
  ['mai', 'may'],
  ['juin', 'june'],
  ['juillet', 'july'],
  ['aout', 'august'],
  ['septembre', 'september'],
  ['octobre', 'october'],
  ['novembre', 'november'],
  ['decembre', 'december'],
];
const WEEKDAYS = [
  ['lundi', 'monday'],
  ['mardi', 'tuesday'],
  ['mercredi', 'wednesday'],
  ['jeudi', 'thursday'],
  ['vendredi', 'friday'],
  ['samedi', 'saturday'],
  ['dimanche', 'sunday'],
];
const DAYS_FROM_NOW: Record<string, number> = {
  "aujourd'hui": 0,
  today: 0,
  demain: 1,
  tomorrow: 1,
  'apres-demain': 2,
};
const UNITS: Record<string, 'days' | 'weeks' | 'months'> = {
  jour: 'days',
  day: 'days',
  semaine: 'weeks',
  week: 'weeks',
  mois: 'months',
  month: 'months',
};

/**
 * The day that somebody means by '15 sept', 'vendredi', 'fin octobre', 'dans 2 semaines', '3/12', '2026-12-01', 'Sept 15'…
 * A day without a year is the next one that is not before `today`; numbers alone are read day first.
 * @param today ISO day (2026-11-21) of the person who types.
 * @returns an ISO day (2026-12-01), or null when it says no day that exists.
 */
export function parseDueDate(text: string, today: string): string | null {
  const words = plain(text);
  const now = parseIsoDay(today);
  if (!now) return null;
  const day =
    parseIsoDay(words) ??
    fromNumbers(words, now) ??
    fromWord(words, now) ??
    fromMonthName(words, now) ??
    fromEndOf(words, now) ??
    fromDelay(words, now);
  return day ? isoDay(day) : null;
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’ʼ]/g, "'")
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/^(?:(?:pour|avant|d'ici|le|la|au|by|on|before|the) )+/, '')
    .trim();
}

function fromNumbers(words: string, now: CivilDay): CivilDay | null {
  const found = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?$/.exec(words);
  if (!found) return null;
  const year = found[3] ? Number(found[3].length === 2 ? `20${found[3]}` : found[3]) : null;
  return dated(Number(found[1]), Number(found[2]), year, now);
}

function fromWord(words: string, now: CivilDay): CivilDay | null {
  const days = DAYS_FROM_NOW[words];
  if (days !== undefined) return addDays(now, days);
  const weekday = indexOfName(words.replace(/^next /, '').replace(/ prochain$/, ''), WEEKDAYS);
  if (weekday === null) return null;
  // Said on a Friday, « vendredi » is the next one: an action is never due during the meeting that gives it.
  return addDays(now, ((weekday + 7 - weekdayOf(now)) % 7) + 1);
}

function fromMonthName(words: string, now: CivilDay): CivilDay | null {
  const withoutWeekday = words.replace(/^\p{L}+,? (?=\d)/u, (word) =>
    indexOfName(word.replace(/,? $/, ''), WEEKDAYS) === null ? word : '',
  );
  const dayFirst = /^(\d{1,2})(?:er|st|nd|rd|th)?(?: of)? (\p{L}+)\.?,?(?: (\d{4}))?$/u.exec(withoutWeekday);
  if (dayFirst) return inMonth(dayFirst[2], Number(dayFirst[1]), dayFirst[3], now);
  const monthFirst = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,?(?: (\d{4}))?$/u.exec(words);
  return monthFirst ? inMonth(monthFirst[1], Number(monthFirst[2]), monthFirst[3], now) : null;
}

function fromEndOf(words: string, now: CivilDay): CivilDay | null {
  const found = /^(?:fin|end of)(?: du| de| d'| the)? ?(\p{L}+)\.?(?: (\d{4}))?$/u.exec(words);
  if (!found) return null;
  if (found[1] === 'mois' || found[1] === 'month') return { ...now, day: daysInMonth(now.year, now.month) };
  const month = indexOfName(found[1] ?? '', MONTHS);
  if (month === null) return null;
  const year = found[2] ? Number(found[2]) : now.year + (month + 1 < now.month ? 1 : 0);
  return { year, month: month + 1, day: daysInMonth(year, month + 1) };
}

function fromDelay(words: string, now: CivilDay): CivilDay | null {
  const found = /^(?:dans|in|sous) (\d{1,3}|une?|a) (\p{L}+?)s?$/u.exec(words);
  const unit = found ? (UNITS[found[2] ?? ''] ?? UNITS[`${found[2]}s`]) : undefined;
  if (!found || !unit) return null;
  const count = /^\d/.test(found[1] ?? '') ? Number(found[1]) : 1;
  return unit === 'months' ? addMonths(now, count) : addDays(now, unit === 'weeks' ? count * 7 : count);
}

function inMonth(name: string | undefined, day: number, year: string | undefined, now: CivilDay): CivilDay | null {
  const month = indexOfName(name ?? '', MONTHS);
  return month === null ? null : dated(day, month + 1, year ? Number(year) : null, now);
}

function dated(day: number, month: number, year: number | null, now: CivilDay): CivilDay | null {
  if (year !== null) return civilDay(year, month, day);
  // Eight years always hold a 29 February, even around 2100.
  for (let candidate = now.year; candidate <= now.year + 8; candidate++) {
    const found = civilDay(candidate, month, day);
    if (found && isoDay(found) >= isoDay(now)) return found;
  }
  return null;
}

/** Index of the name that begins like `word` (three letters at least, and only one such name). */
function indexOfName(word: string, names: string[][]): number | null {
  const written = word.replace(/\.$/, '');
  if (written.length < 3) return null;
  const found = names.flatMap((forms, index) => (forms.some((name) => name.startsWith(written)) ? [index] : []));
  return found.length === 1 ? (found[0] ?? null) : null;
}
