import type { Answer } from './attendance.ts';
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

/** What an address under /feeds holds. */
export type PublicFeed =
  | { of: 'all' }
  | { of: 'group'; slug: string }
  | { of: 'kind'; kind: MeetingKind }
  | { of: 'theme'; slug: string }
  | { of: 'country'; country: string }
  | { of: 'edition'; slug: string }
  | { of: 'meeting'; slug: string };

/** Address of a public feed on this site, '/feeds/groups/dalc.ics'. */
export function feedPath(feed: PublicFeed): string {
  switch (feed.of) {
    case 'all':
      return '/feeds/all.ics';
    case 'group':
      return `/feeds/groups/${feed.slug}.ics`;
    case 'kind':
      return `/feeds/kinds/${feed.kind.replace('_', '-')}.ics`;
    case 'theme':
      return `/feeds/themes/${feed.slug}.ics`;
    case 'country':
      return `/feeds/countries/${feed.country.toLowerCase()}.ics`;
    case 'edition':
      return `/feeds/editions/${feed.slug}.ics`;
    case 'meeting':
      return `/feeds/meetings/${feed.slug}.ics`;
  }
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
