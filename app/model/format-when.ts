import { inCity } from './time-zones.ts';
import { boundsOf, type When } from './when.ts';

// Patterns of dates are data of a language, as the Unicode CLDR keeps them, and therefore here and not in the catalogue:
// mails, pages, feeds and documents must write the same date alike, outside of a request too.

type Locale = 'fr' | 'en';
const NBSP = '\u00A0';

export interface FormattedWhen {
  /** 'lundi 20 juin 2022', 'du 26 mai au 11 juin 2022', 'septembre 2022', 'date à confirmer'; lower case in French. */
  date: string;
  /** '16 h 30 – 18 h'; null when no hour is known. */
  time: string | null;
  /** The same moment where the reader is, when their clock shows another: '11 h 30 à Buenos Aires'. */
  zoneNote: string | null;
  /** As a sentence begins: 'Lundi 20 juin 2022, 16 h 30 – 18 h', with the meeting's city when the reader is elsewhere. */
  full: string;
  toConfirm: boolean;
}

/**
 * Writes a date for people, on pages and in mails. `zone` is the meeting's, `readerZone` the reader's (IANA names);
 * `year: false` leaves the year out where a heading already says it; `city: true` names the meeting's city whoever reads,
 * where nobody can tell on which clock they are.
 */
export function formatWhen(
  when: When,
  options: { zone: string; locale: Locale; readerZone?: string | null; year?: boolean; city?: boolean },
): FormattedWhen {
  const { zone, locale, readerZone = null, year = true, city = false } = options;
  const date = formatDate(when, locale, year);
  const time = when.kind === 'time' ? formatRange(when.start, when.end, locale) : null;
  const zoneNote = when.kind === 'time' && readerZone ? noteFor(when, zone, readerZone, locale) : null;
  const where = zoneNote || city ? ` ${inCity(zone, locale)}` : '';
  const mark = when.toConfirm && when.kind !== 'unknown' ? (locale === 'fr' ? ', à confirmer' : ', to be confirmed') : '';
  const full = sentenceCase(`${date}${time ? `, ${time}${where}` : ''}${mark}`);
  return { date, time, zoneNote, full, toConfirm: when.toConfirm };
}

function formatDate(when: When, locale: Locale, year: boolean): string {
  switch (when.kind) {
    case 'time':
      return formatDay(when.start.slice(0, 10), locale, { weekday: true, year });
    case 'day':
      return formatDay(when.day, locale, { weekday: true, year });
    case 'span':
      return formatSpan(when.from, when.to, locale, year);
    case 'month':
      return `${monthName(`${when.month}-01`, locale)}${year ? ` ${when.month.slice(0, 4)}` : ''}`;
    case 'year':
      return when.year;
    case 'unknown':
      return locale === 'fr' ? 'date à confirmer' : 'date to be confirmed';
  }
}

/** 'lundi 20 juin 2022', '1er janvier'; day as 'YYYY-MM-DD'. */
export function formatDay(day: string, locale: Locale, parts: { weekday?: boolean; year?: boolean } = {}): string {
  const weekday = parts.weekday ? `${weekdayName(day, locale)} ` : '';
  const year = parts.year === false ? '' : ` ${day.slice(0, 4)}`;
  return `${weekday}${dayNumber(day, locale)}${NBSP}${monthName(day, locale)}${year}`;
}

function formatSpan(from: string, to: string, locale: Locale, year: boolean): string {
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const first = sameMonth ? dayNumber(from, locale) : formatDay(from, locale, { year: !sameYear });
  const last = formatDay(to, locale, { year: year || !sameYear });
  if (locale === 'fr') return `du ${first} au ${last}`;
  return sameMonth ? `${first}–${last}` : `${first} – ${last}`;
}

function formatRange(start: string, end: string, locale: Locale): string {
  const times = `${formatTime(start.slice(11), locale)} –${NBSP}${formatTime(end.slice(11), locale)}`;
  if (start.slice(0, 10) === end.slice(0, 10)) return times;
  return `${times} ${locale === 'fr' ? 'le' : 'on'} ${formatDay(end.slice(0, 10), locale, { weekday: true, year: false })}`;
}

/** '16:30' → '16 h 30' (no-break spaces), '18:00' → '18 h' in French; English keeps the 24-hour clock of the network. */
export function formatTime(time: string, locale: Locale): string {
  const hour = time.slice(0, 2);
  const minute = time.slice(3, 5);
  if (locale === 'en') return `${hour}:${minute}`;
  return minute === '00' ? `${Number(hour)}${NBSP}h` : `${Number(hour)}${NBSP}h${NBSP}${minute}`;
}

/** The start of a meeting on the clock of another city: '11 h 30 à Buenos Aires', with the day when it is another. */
export function formatStartIn(when: When, zone: string, otherZone: string, locale: Locale): string | null {
  const bounds = when.kind === 'time' ? boundsOf(when, zone) : null;
  if (!bounds || when.kind !== 'time') return null;
  const there = localTime(bounds.from, otherZone);
  const day =
    there.slice(0, 10) === when.start.slice(0, 10) ? '' : `${formatDay(there.slice(0, 10), locale, { weekday: true, year: false })}, `;
  return `${day}${formatTime(there.slice(11), locale)} ${inCity(otherZone, locale)}`;
}

function noteFor(when: When, zone: string, readerZone: string, locale: Locale): string | null {
  const bounds = boundsOf(when, zone);
  if (!bounds || localTime(bounds.from, zone) === localTime(bounds.from, readerZone)) return null;
  return formatStartIn(when, zone, readerZone, locale);
}

/** What the clocks of a zone show at an instant: 'YYYY-MM-DDTHH:MM'. */
export function localTime(instant: string, zone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** An instant for people, in a zone: 'lundi 20 juin 2022' and '16 h 30'. */
export function formatInstant(instant: string, zone: string, locale: Locale): { date: string; time: string } {
  const local = localTime(instant, zone);
  return { date: formatDay(local.slice(0, 10), locale, { weekday: true }), time: formatTime(local.slice(11), locale) };
}

export function sentenceCase(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function dayNumber(day: string, locale: Locale): string {
  const number = Number(day.slice(8, 10));
  return locale === 'fr' && number === 1 ? '1er' : String(number);
}

function monthName(day: string, locale: Locale): string {
  return NAMES[locale].month.format(noon(day));
}

function weekdayName(day: string, locale: Locale): string {
  return NAMES[locale].weekday.format(noon(day));
}

const noon = (day: string) => Date.parse(`${day}T12:00Z`);

// made once: making one costs more than a hundred uses
const namesIn = (tag: string) => ({
  weekday: new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' }),
});
const NAMES = { fr: namesIn('fr-FR'), en: namesIn('en-GB') };
