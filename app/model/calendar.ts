import type { Answer } from './attendance.ts';
import { countFilters, type FeedFilters, feedQuery } from './feed-filters.ts';
import type { MeetingKind, MeetingStatus } from './meetings.ts';

/** A meeting as calendars show it. Whatever its reader may not see is already missing. */
export interface CalendarMeeting {
  id: string;
  slug: string;
  title: string;
  summary: string;
  status: MeetingStatus;
  edtf: string;
  timeZone: string;
  placeName: string;
  placeAddress: string;
  placeAccess: string;
  /** One can take part from afar; the link itself is in onlineUrl, for those who are invited. */
  online: boolean;
  onlineUrl: string;
  cancelReason: string;
  /** RFC 5545, 3.8.7.4. */
  sequence: number;
  createdAt: string;
  /** Last change of anything that is shown here, the publication of its minutes included. */
  changedAt: string;
  themes: string[];
  hasMinutes: boolean;
  /** What the feed's owner answered; null in public feeds. */
  answer: Answer | null;
}

/** A public meeting that is public no more: what is left of it in feeds until its date has passed. */
export type WithdrawnMeeting = Pick<CalendarMeeting, 'id' | 'edtf' | 'timeZone' | 'sequence' | 'createdAt' | 'changedAt'>;

/** What an address under /feeds holds. */
export type PublicFeed =
  | { of: 'all' }
  | { of: 'group'; slug: string }
  | { of: 'kind'; kind: MeetingKind }
  | { of: 'theme'; slug: string }
  | { of: 'country'; country: string }
  | { of: 'edition'; slug: string }
  | { of: 'meeting'; slug: string }
  | { of: 'organisation'; id: string }
  /** Words of a search, or several filters at once. */
  | { of: 'filtered'; filters: FeedFilters };

/** The same entries in three forms: for calendars, for news readers (Atom, RFC 4287), for programs (JSCalendar, RFC 8984). */
export type FeedFormat = 'ics' | 'atom' | 'json';

// groups/dalc.atom are the group's minutes
const ENDINGS: Record<FeedFormat, string> = { ics: '.ics', atom: '.meetings.atom', json: '.json' };
/** Media types of the formats, without parameters. */
export const FEED_TYPES: Record<FeedFormat, string> = {
  ics: 'text/calendar',
  atom: 'application/atom+xml',
  json: 'application/jscalendar+json',
};

/** Address of a public feed on this site, '/feeds/groups/dalc.ics'. */
export function feedPath(feed: PublicFeed, format: FeedFormat = 'ics'): string {
  const query = feed.of === 'filtered' ? `?${feedQuery(feed.filters)}` : '';
  return `/feeds/${feedName(feed)}${ENDINGS[format]}${query}`;
}

/** '/dav/public/groups/dalc/': the same as a calendar of CalDAV; null for a search and several filters, which have a feed only. */
export function davPath(feed: PublicFeed): string | null {
  return feed.of === 'filtered' ? null : `/dav/public/${feedName(feed)}/`;
}

function feedName(feed: PublicFeed): string {
  switch (feed.of) {
    case 'all':
    case 'filtered':
      return 'all';
    case 'group':
      return `groups/${feed.slug}`;
    case 'kind':
      return `kinds/${feed.kind.replace('_', '-')}`;
    case 'theme':
      return `themes/${feed.slug}`;
    case 'country':
      return `countries/${feed.country.toLowerCase()}`;
    case 'edition':
      return `editions/${feed.slug}`;
    case 'meeting':
      return `meetings/${feed.slug}`;
    case 'organisation':
      return `organisations/${feed.id}`;
  }
}

/** The feed of what these filters leave: one filter has a feed with a name, several and searches have one with a query. */
export function feedOfFilters(filters: FeedFilters): PublicFeed {
  const count = countFilters(filters);
  const { group, kind, theme, country, organisation } = filters;
  if (count === 0) return { of: 'all' };
  if (count === 1) {
    if (group) return { of: 'group', slug: group };
    if (kind) return { of: 'kind', kind };
    if (theme) return { of: 'theme', slug: theme };
    if (country) return { of: 'country', country };
    if (organisation) return { of: 'organisation', id: organisation };
  }
  return { of: 'filtered', filters: Object.fromEntries(Object.entries(filters).filter(([, value]) => value)) };
}

/** What a personal feed holds: one's groups and invitations, what one is invited to, or what one said yes to. */
export const FEED_HOLDS = ['groups', 'invited', 'accepted'] as const;
export type FeedHolds = (typeof FEED_HOLDS)[number];

/** Minutes before a meeting at which a personal feed may ring; none unless its owner asks. */
export const FEED_ALARMS = [15, 60, 1440] as const;

/** Longest name of a personal feed, in characters (db/migrations). */
export const FEED_NAME_LENGTH = 100;
/** Personal feeds that a person may have at once. */
export const MOST_PERSONAL_FEEDS = 20;
