import { getLocale, type Locale } from '#app/locale.ts';
import { dateKey, type PollDate, whenOfDate } from '#app/model/date-polls.ts';
import { formatDay, formatTime, localTime, sentenceCase } from '#app/model/format-when.ts';
import { cityOf } from '#app/model/time-zones.ts';
import { boundsOf } from '#app/model/when.ts';

/** What a date is read by: its poll's clock and length, and the clocks to show beside. */
export interface DateContext {
  timeZone: string;
  durationMinutes: number;
  /** The reader's first; those that show the same hour are left out. */
  zones: readonly string[];
}

/** Whether the dates among which one stands, or it and they, are of several years: each then says its own. */
function saysYear(date: PollDate, among: readonly PollDate[]): boolean {
  return among.some((other) => other.day.slice(0, 4) !== date.day.slice(0, 4)) || new Set(among.map(({ day }) => day.slice(0, 4))).size > 1;
}

/** « mar. », « 13 », « sept. » (« janv. 2023 » where the dates among which it stands are of two years), as the head of a column says them. */
export function shortDate(date: PollDate, among: readonly PollDate[]): { weekday: string; number: string; month: string } {
  const { day } = date;
  const { weekday, month } = SHORT[getLocale()];
  const at = Date.parse(`${day}T12:00Z`);
  return {
    weekday: weekday.format(at),
    number: String(Number(day.slice(8))),
    month: saysYear(date, among) ? `${month.format(at)} ${day.slice(0, 4)}` : month.format(at),
  };
}

/** « mardi 13 septembre, 16 h », with the year where the dates among which it stands are of two; of a whole day the day alone. */
export function longDate(date: PollDate, among: readonly PollDate[]): string {
  const day = formatDay(date.day, getLocale(), { weekday: true, year: saysYear(date, among) });
  return date.starts === null ? day : `${day}, ${formatTime(date.starts, getLocale())}`;
}

/** « 16 h »; null of a whole day. How long it lasts is said once, for all dates. */
export function hourOf({ starts }: PollDate): string | null {
  return starts === null ? null : formatTime(starts, getLocale());
}

/** « 11 h Buenos Aires, 9 h Bogotá »; with the day where it is another; '' of a whole day. */
export function hoursElsewhere(date: PollDate, { durationMinutes, timeZone, zones }: DateContext): string {
  const bounds = date.starts === null ? null : boundsOf(whenOfDate(date, durationMinutes, timeZone), timeZone);
  if (!bounds) return '';
  const locale = getLocale();
  const seen = new Set([dateKey(date)]);
  return zones
    .flatMap((zone) => {
      const there = localTime(bounds.from, zone);
      if (seen.has(there)) return [];
      seen.add(there);
      const day = there.slice(0, 10) === date.day ? '' : `${formatDay(there.slice(0, 10), locale, { weekday: true, year: false })} `;
      return [`${day}${formatTime(there.slice(11), locale)} ${cityOf(zone, locale)}`];
    })
    .join(', ');
}

/** « Septembre 2022 » when all dates are in one month; null otherwise, and each says its own. */
export function commonMonth(dates: readonly PollDate[]): string | null {
  const [first] = dates;
  const month = first?.day.slice(0, 7);
  if (!first || !dates.every((date) => date.day.startsWith(month ?? ''))) return null;
  return sentenceCase(`${SHORT[getLocale()].long.format(Date.parse(`${first.day}T12:00Z`))} ${first.day.slice(0, 4)}`);
}

// made once: making one costs more than a hundred uses
const namesIn = (tag: string) => ({
  weekday: new Intl.DateTimeFormat(tag, { weekday: 'short', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat(tag, { month: 'short', timeZone: 'UTC' }),
  long: new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' }),
});
const SHORT: Record<Locale, ReturnType<typeof namesIn>> = { fr: namesIn('fr-FR'), en: namesIn('en-GB') };
