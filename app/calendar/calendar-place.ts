import type { FeedFilters } from '#app/model/feed-filters.ts';
import { MEETING_KINDS } from '#app/model/meetings.ts';
import { SEARCH_LIMITS, searchWords } from '#app/model/search-words.ts';
import { cleanLine } from '#app/model/text.ts';
import { findTimeZone } from '#app/model/time-zones.ts';
import { parseUuid } from '#app/model/uuid.ts';
import { isDay, isMonth, isYear } from '#app/model/when.ts';

/** 'auto': the month on wide screens, its list on phones. */
export const CALENDAR_VIEWS = ['auto', 'month', 'week', 'list', 'year'] as const;
export type CalendarView = (typeof CALENDAR_VIEWS)[number];

/** What the calendar shows; all of it is in its address. */
export interface CalendarPlace extends FeedFilters {
  view: CalendarView;
  /** 'YYYY-MM' (month, list), the Monday 'YYYY-MM-DD' (week), 'YYYY' (year); undefined: what is now (list: what is to come). */
  date?: string | undefined;
  /** Of the list without a date: what is over, newest first. */
  past?: true | undefined;
  /** Of the same, from 2 on. */
  page?: number | undefined;
  /** Events of others are left out. */
  alone?: true | undefined;
  /** IANA name: another clock than the reader's own. */
  zone?: string | undefined;
}

/** A part of an address that cannot be read, or names nothing that exists. */
export interface PlaceFault {
  in: 'view' | 'date' | 'group' | 'kind' | 'theme' | 'country' | 'organisation' | 'zone' | 'page';
  /** As it was given, cut. */
  given: string;
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const LAST_PAGE = 200;

/** Reads a calendar's address; what cannot be read is told and left out. `today` is 'YYYY-MM-DD'. */
export function readPlace(params: URLSearchParams, today: string): { place: CalendarPlace; faults: PlaceFault[] } {
  const faults: PlaceFault[] = [];
  const read = <T>(name: PlaceFault['in'], parse: (text: string) => T | undefined | null, from: string = name): T | undefined => {
    const given = cleanLine(params.get(from) ?? '');
    if (given === '') return undefined;
    const value = parse(given) ?? undefined;
    if (value === undefined) faults.push({ in: name, given: given.slice(0, 60) });
    return value;
  };
  const slug = (text: string) => (SLUG.test(text.toLowerCase()) ? text.toLowerCase() : null);
  const view = read('view', (text) => CALENDAR_VIEWS.find((known) => known === text)) ?? 'auto';
  const given = read('date', parseDate, params.get('date') ? 'date' : 'm');
  const isPast = params.get('when') === 'past' && view === 'list' && !given;
  const page = read('page', (text) => (/^[1-9]\d{0,3}$/.test(text) && Number(text) <= LAST_PAGE ? Number(text) : null));
  const q = cleanLine(params.get('q') ?? '')
    .slice(0, SEARCH_LIMITS.length)
    .trim();
  const place: CalendarPlace = {
    view,
    date: given && dateIn(view, focusOf(given, today)),
    past: isPast || undefined,
    page: view === 'list' && !given && page !== 1 ? page : undefined,
    group: read('group', slug),
    kind: read('kind', (text) => MEETING_KINDS.find((kind) => kind === text)),
    theme: read('theme', slug),
    country: read('country', (text) => (/^[a-z]{2}$/i.test(text) ? text.toUpperCase() : null)),
    organisation: read('organisation', parseUuid),
    q: searchWords(q).length > 0 ? q : undefined,
    alone: params.get('outside') === 'no' || undefined,
    zone: read('zone', findTimeZone),
  };
  return { place, faults };
}

/** '2026', '2026-12', '2026-12-14', in the years that the product knows. */
const parseDate = (text: string) => (isDay(text) || isMonth(text) || isYear(text) ? text : null);

/** The day that stands for a date of any length when another view is asked for: today where it is part of it, else the first. */
export function focusOf(date: string | undefined, today: string): string {
  if (!date || today.startsWith(date)) return today;
  return `${date}${'-01-01'.slice(date.length - 4)}`;
}

/** How a view names the days that it shows around a day. */
export function dateIn(view: CalendarView, day: string): string {
  if (view === 'year') return day.slice(0, 4);
  if (view !== 'week') return day.slice(0, 7);
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

/** The query of a place in its one form, '?view=week&date=2026-12-14&group=dalc', '' for the calendar as it opens. */
export function placeQuery({ view, date, past, page, group, kind, theme, country, organisation, q, alone, zone }: CalendarPlace): string {
  const given = {
    ...{ view: view === 'auto' ? undefined : view, date, when: past && 'past', page: page?.toString() },
    ...{ group, kind, theme, country: country?.toLowerCase(), organisation, q, outside: alone && 'no', zone },
  };
  const params = new URLSearchParams(Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  const query = params.toString().replaceAll('%2F', '/');
  return query && `?${query}`;
}

export function calendarAddress(place: CalendarPlace): string {
  return `/calendar${placeQuery(place)}`;
}

export function isNarrowed({ group, kind, theme, country, organisation, q }: FeedFilters): boolean {
  return Boolean(group || kind || theme || country || organisation || q);
}
