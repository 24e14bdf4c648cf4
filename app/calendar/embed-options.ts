import { THEMES, type Theme } from '#app/ui/theme.ts';
import { type CalendarPlace, placeQuery } from './calendar-place.ts';

/** How a calendar looks in another site: 'auto' follows the reader's device. `theme` is the name of a filter. */
export function lookOf(params: URLSearchParams): Theme {
  return THEMES.find((theme) => theme === params.get('look')) ?? 'auto';
}

/** Entries of the fragment unless its address says how many, and at most. */
export const FRAGMENT_ENTRIES = { few: 10, most: 50 } as const;

export function limitOf(params: URLSearchParams): number {
  const given = Number(params.get('limit'));
  return Number.isInteger(given) && given > 0 ? Math.min(given, FRAGMENT_ENTRIES.most) : FRAGMENT_ENTRIES.few;
}

/** '/embed/calendar?view=month&group=dalc&look=dark': a place in the frame of another site. */
export function embedAddress(place: CalendarPlace, look: Theme): string {
  return `/embed/calendar${withParam(placeQuery(place), look === 'auto' ? '' : `look=${look}`)}`;
}

/** '/embed/calendar.html?group=dalc&limit=10': what is to come, to include on a server. */
export function fragmentAddress(place: CalendarPlace, limit: number): string {
  const list: CalendarPlace = { ...place, view: 'auto', date: undefined, past: undefined, page: undefined };
  return `/embed/calendar.html${withParam(placeQuery(list), limit === FRAGMENT_ENTRIES.few ? '' : `limit=${limit}`)}`;
}

const withParam = (query: string, more: string) => (more ? `${query ? `${query}&` : '?'}${more}` : query);
