import { MEETING_KINDS, type MeetingKind } from './meetings.ts';
import { SEARCH_LIMITS, searchWords } from './search-words.ts';
import { isUuid } from './uuid.ts';

/** What a feed is narrowed to; all of it has to hold. The names are those in addresses, of feeds and of the calendar page alike. */
export interface FeedFilters {
  /** Slugs. */
  group?: string | undefined;
  theme?: string | undefined;
  kind?: MeetingKind | undefined;
  /** ISO 3166-1 alpha-2, upper case. */
  country?: string | undefined;
  /** Id of an organisation that presents a point of the agenda. */
  organisation?: string | undefined;
  /** Words of a search, in any order, however they are typed. */
  q?: string | undefined;
}

/** One order for all addresses of one feed. */
const NAMES = ['group', 'kind', 'theme', 'country', 'organisation', 'q'] as const satisfies readonly (keyof FeedFilters)[];
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const SLUG_LENGTH = 120;

/** Reads the filters of a feed's address; null when one of them cannot be meant: a feed that forgot it would hold too much. */
export function parseFeedFilters(params: URLSearchParams): FeedFilters | null {
  const filters: FeedFilters = {};
  for (const name of NAMES) {
    const given = params.getAll(name).filter(Boolean);
    const [text] = given;
    if (text === undefined) continue;
    const value = given.length === 1 ? readFilter(name, text) : undefined;
    if (value === undefined) return null;
    Object.assign(filters, { [name]: value });
  }
  return filters;
}

function readFilter(name: (typeof NAMES)[number], text: string): string | undefined {
  switch (name) {
    case 'group':
    case 'theme':
      return text.length <= SLUG_LENGTH && SLUG.test(text) ? text : undefined;
    case 'kind':
      return MEETING_KINDS.find((kind) => kind === text);
    case 'country':
      return /^[A-Za-z]{2}$/.test(text) ? text.toUpperCase() : undefined;
    case 'organisation':
      return isUuid(text) ? text : undefined;
    case 'q':
      return text.length <= SEARCH_LIMITS.length ? canonicalWords(text) || undefined : undefined;
  }
}

/** The same words give the same feed, in whatever order, case and accents. */
function canonicalWords(text: string): string {
  return searchWords(text).toSorted().join(' ');
}

/** 'group=dalc&kind=webinar&q=eau': the filters as an address has them, always in one order. */
export function feedQuery(filters: FeedFilters): string {
  const params = new URLSearchParams();
  for (const name of NAMES) {
    const value = filters[name];
    if (value) params.set(name, name === 'q' ? canonicalWords(value) : name === 'country' ? value.toLowerCase() : value);
  }
  return params.toString();
}

/** How many filters there are. */
export function countFilters(filters: FeedFilters): number {
  return NAMES.filter((name) => filters[name]).length;
}
