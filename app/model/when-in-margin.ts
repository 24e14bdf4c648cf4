import type { When } from './when.ts';

/** A date as the margin of a list shows it: `big` over `small`. */
export interface MarginDate {
  big: string;
  small: string;
}

/**
 * '21' over 'juin', '7–10' over 'déc.', 'sept.' over '2022'; null when unknown. `yearNow` ('2022') leaves the year out of
 * dates in it. Patterns of dates are data of a language, hence not in the catalogue (see format-when.ts).
 */
export function whenInMargin(when: When, locale: 'fr' | 'en', yearNow: string): MarginDate | null {
  const days = daysOf(when);
  if (days) {
    const { from, to } = days;
    const year = to.slice(0, 4) === yearNow ? '' : ` ${to.slice(0, 4)}`;
    if (from.slice(0, 7) === to.slice(0, 7)) {
      const number = from === to ? dayNumber(from, locale) : `${Number(from.slice(8))}–${Number(to.slice(8))}`;
      return { big: number, small: shortMonth(from, locale) + year };
    }
    return {
      big: `${dayNumber(from, locale)}\u00A0${shortMonth(from, locale)}`,
      small: `– ${dayNumber(to, locale)}\u00A0${shortMonth(to, locale)}${year}`,
    };
  }
  if (when.kind === 'month') return { big: shortMonth(`${when.month}-01`, locale), small: when.month.slice(0, 4) };
  if (when.kind === 'year') return { big: when.year, small: '' };
  return null;
}

/** The local days that a date names; null for a month, a year, or none. */
export function daysOf(when: When): { from: string; to: string } | null {
  if (when.kind === 'time') return { from: when.start.slice(0, 10), to: lastDayOf(when.start, when.end) };
  if (when.kind === 'day') return { from: when.day, to: when.day };
  return when.kind === 'span' ? { from: when.from, to: when.to } : null;
}

/** A meeting that ends at midnight does not reach into the next day. */
function lastDayOf(start: string, end: string): string {
  const last = end.endsWith('T00:00') ? Temporal.PlainDate.from(end.slice(0, 10)).subtract({ days: 1 }).toString() : end.slice(0, 10);
  return last < start.slice(0, 10) ? start.slice(0, 10) : last;
}

/** 'juin', 'sept.', 'déc.'; 'Jun', 'Sept', 'Dec'. `day` is 'YYYY-MM-DD'. */
export function shortMonth(day: string, locale: 'fr' | 'en'): string {
  return SHORT_MONTH[locale].format(Date.parse(`${day}T12:00Z`));
}

// made once: making one costs more than a hundred uses
const SHORT_MONTH = {
  fr: new Intl.DateTimeFormat('fr-FR', { month: 'short', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }),
};

function dayNumber(day: string, locale: 'fr' | 'en'): string {
  const number = Number(day.slice(8));
  return number === 1 && locale === 'fr' ? '1er' : String(number);
}
