import type { Visibility } from './groups.ts';
import type { When } from './when.ts';

export const MEETING_KINDS = ['group_meeting', 'session', 'thematic', 'webinar', 'other'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

export const MEETING_STATUSES = ['draft', 'scheduled', 'cancelled'] as const;
export type MeetingStatus = (typeof MEETING_STATUSES)[number];

/** Longest texts, in characters, and longest lists; the tables hold the same (db/migrations). */
export const MEETING_LIMITS = {
  title: 300,
  summary: 10_000,
  placeName: 200,
  placeAddress: 500,
  placeAccess: 2000,
  onlineUrl: 2000,
  cancelReason: 2000,
  theme: 120,
  themes: 12,
  countries: 40,
} as const;

/** What an organiser decides of a meeting: cleaned texts within MEETING_LIMITS, an existing zone, hours that exist in it. */
export interface MeetingPlan {
  title: string;
  kind: MeetingKind;
  when: When;
  timeZone: string;
  placeName: string;
  placeAddress: string;
  placeAccess: string;
  /** '' or an http(s) address. */
  onlineUrl: string;
  summary: string;
  visibility: Visibility;
  /** Names, as people write them. */
  themes: string[];
  /** ISO 3166-1 alpha-2. */
  countries: string[];
}

/** An address people can open from a mail: http or https, with a host that has a dot; null otherwise. */
export function parseWebAddress(text: string): string | null {
  const url = URL.parse(text);
  const web = url && (url.protocol === 'https:' || url.protocol === 'http:') && /^[^.].*\.[^.]{2,}$/.test(url.hostname);
  return web && !url.username && !url.password && text.length <= MEETING_LIMITS.onlineUrl ? url.href : null;
}
