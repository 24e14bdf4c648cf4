import type { Confidence } from '#app/model/imports.ts';
import { formatEdtf, isDay, isYear, type When } from '#app/model/when.ts';

const MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
const PLAIN = ['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre'];
const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const MONTH = `(${[...new Set([...MONTHS, ...PLAIN])].join('|')})`;
const DATE = new RegExp(
  String.raw`(?:(${WEEKDAYS.join('|')})\s+)?(?<!\d)(\d{1,2})(?:er)?(?:\s*(?:et|-|–|au|/)\s*(?:${WEEKDAYS.join('|')})?\s*(\d{1,2}))?\s+${MONTH}(?:\s+(\d{4}))?(?!\p{L})`,
  'iu',
);
const NUMERIC = /(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/;
const MONTH_ONLY = new RegExp(String.raw`(?<!\p{L})${MONTH}\s+(\d{4})(?!\d)`, 'iu');
const HOURS = /(?<!\d)([01]?\d|2[0-3])\s*[hH:]\s*([0-5]\d)?\s*(?:à|-|–|\/|jusqu[’']à)\s*([01]?\d|2[0-3])\s*[hH:]\s*([0-5]\d)?(?!\d)/;

interface Day {
  day: number;
  lastDay: number | null;
  month: number;
  year: number | null;
  weekday: number | null;
  part: number;
}

/**
 * The date of a meeting out of the first lines of its paper, as precise as they are and no more: an hour that nobody wrote is
 * never invented. A day whose year is missing takes it from a line that names the same day with its year.
 */
export function readDate(lines: readonly { text: string; part: number }[]): { edtf: string; confidence: Confidence; part: number | null } {
  const days = lines.flatMap(({ text, part }) => dayOf(text, part));
  const first = days[0];
  const dated =
    days.find((one) => one.year !== null && first && one.day === first.day && one.month === first.month) ??
    days.find((one) => one.year !== null);
  if (!dated?.year) return withoutDay(lines);
  const day = iso(dated.year, dated.month, dated.day);
  if (!isDay(day)) return { edtf: 'XXXX', confidence: 'unsure', part: dated.part };
  if (dated.lastDay !== null && dated.lastDay > dated.day) {
    const to = iso(dated.year, dated.month, dated.lastDay);
    if (isDay(to)) return { edtf: formatEdtf({ kind: 'span', from: day, to, toConfirm: false }), confidence: 'likely', part: dated.part };
  }
  const weekday = days.find((one) => one.weekday !== null && one.day === dated.day && one.month === dated.month)?.weekday ?? null;
  const contradicts = weekday !== null && Temporal.PlainDate.from(day).dayOfWeek !== weekday;
  return { edtf: formatEdtf(withHours(day, lines)), confidence: contradicts ? 'unsure' : 'sure', part: dated.part };
}

function dayOf(text: string, part: number): Day[] {
  const found = DATE.exec(text);
  if (found) {
    const [, weekday, day, lastDay, month, year] = found;
    return [
      {
        ...{ day: Number(day), lastDay: lastDay ? Number(lastDay) : null, month: monthOf(month ?? ''), part },
        ...{ year: year && isYear(year) ? Number(year) : null, weekday: weekday ? WEEKDAYS.indexOf(weekday.toLowerCase()) + 1 : null },
      },
    ];
  }
  const numeric = NUMERIC.exec(text);
  if (!numeric || !isYear(numeric[3] ?? '')) return [];
  return [{ day: Number(numeric[1]), lastDay: null, month: Number(numeric[2]), year: Number(numeric[3]), weekday: null, part }];
}

/** Only a month, or a year alone, was written. */
function withoutDay(lines: readonly { text: string; part: number }[]) {
  for (const { text, part } of lines) {
    const found = MONTH_ONLY.exec(text);
    if (found && isYear(found[2] ?? ''))
      return { edtf: `${found[2]}-${String(monthOf(found[1] ?? '')).padStart(2, '0')}`, confidence: 'likely' as const, part };
  }
  for (const { text, part } of lines) {
    const year = /(?<![\d/])(19[5-9]\d|20\d\d)(?![\d/])/.exec(text)?.[1];
    if (year) return { edtf: year, confidence: 'unsure' as const, part };
  }
  return { edtf: 'XXXX', confidence: 'unsure' as const, part: null };
}

function withHours(day: string, lines: readonly { text: string }[]): When {
  for (const { text } of lines) {
    const found = HOURS.exec(text);
    if (!found) continue;
    const [start, end] = [clock(found[1], found[2]), clock(found[3], found[4])];
    if (start < end) return { kind: 'time', start: `${day}T${start}`, end: `${day}T${end}`, toConfirm: false };
  }
  return { kind: 'day', day, toConfirm: false };
}

/** The day by which something is due, out of « avant le 15 mars 2024 »; null unless it is a whole date. */
export function dueDay(text: string): string | null {
  const after = /(?:pour|avant|d[’']ici|échéance\s*:?|au plus tard)\s+(?:le\s+|au\s+)?(.{0,60})/iu.exec(text)?.[1];
  const found = after === undefined ? undefined : dayOf(after, 0)[0];
  if (!found?.year) return null;
  const day = iso(found.year, found.month, found.day);
  return isDay(day) ? day : null;
}

function clock(hour = '', minutes = '00'): string {
  return `${hour.padStart(2, '0')}:${minutes}`;
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function monthOf(name: string): number {
  const small = name.toLowerCase();
  return Math.max(MONTHS.indexOf(small), PLAIN.indexOf(small)) + 1;
}
