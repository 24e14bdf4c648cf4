/**
 * Days of the calendar without a time zone, for the browser: Temporal is not in every browser that writes notes,
 * so the arithmetic is that of `Date` in UTC, where every day has 24 hours.
 */
export interface CivilDay {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
}

/** The day, or null when the calendar has none such (30 February). */
export function civilDay(year: number, month: number, day: number): CivilDay | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? { year, month, day } : null;
}

export function parseIsoDay(text: string): CivilDay | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return found ? civilDay(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}

/** ISO 8601: 2026-12-01. */
export function isoDay({ year, month, day }: CivilDay): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function addDays(from: CivilDay, days: number): CivilDay {
  const at = new Date(Date.UTC(from.year, from.month - 1, from.day + days));
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

/** 31 January and one month is the last day of February. */
export function addMonths(from: CivilDay, months: number): CivilDay {
  const index = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return { year, month, day: Math.min(from.day, daysInMonth(year, month)) };
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 1: Monday, 7: Sunday (ISO 8601). */
export function weekdayOf({ year, month, day }: CivilDay): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

/** « 15 sept. 2026 » / '15 Sept 2026', or with its weekday in full; the text itself when it is no ISO day. */
export function formatDay(iso: string, locale: string, style: 'short' | 'full' = 'short'): string {
  const day = parseIsoDay(iso);
  if (!day) return iso;
  const parts: Intl.DateTimeFormatOptions =
    style === 'full'
      ? { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }
      : { day: 'numeric', month: 'short', year: 'numeric' };
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...parts, timeZone: 'UTC' }).format(
    Date.UTC(day.year, day.month - 1, day.day),
  );
}
