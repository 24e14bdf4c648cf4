export const OUTSIDE_CALENDAR_STATES = ['waiting', 'followed', 'failing', 'stopped'] as const;
/** waiting: never read yet. failing: the last attempts failed, more follow. stopped: so many failed that nothing follows unless asked. */
export type OutsideCalendarState = (typeof OUTSIDE_CALENDAR_STATES)[number];

export const OUTSIDE_CALENDAR_FAULTS = [
  'address',
  'unreachable',
  'certificate',
  'timeout',
  'status',
  'redirects',
  'too_large',
  'encoding',
  'not_a_calendar',
  'too_slow',
  'damaged',
] as const;
/** Why a calendar could not be read; `address`: it leads to a private network, or to what is no address of the public Web. */
export type OutsideCalendarFault = (typeof OUTSIDE_CALENDAR_FAULTS)[number];

export const SET_ASIDE_REASONS = ['no_date', 'bad_date', 'too_long', 'bad_rule', 'too_many', 'duplicate', 'private'] as const;
/** Why an event of a calendar is not shown, though its date may be near. */
export type SetAsideReason = (typeof SET_ASIDE_REASONS)[number];

/** What was made of a calendar's file. */
export interface CalendarReport {
  /** ISO instant. */
  readAt: string;
  /** Events in the file; a series counts once. */
  read: number;
  /** Dates shown. */
  shown: number;
  /** Events of which no date is in the window. */
  elsewhere: number;
  cancelled: number;
  setAside: Partial<Record<SetAsideReason, number>>;
  /** Titles of the first ones set aside, to find them in the source. */
  examples: string[];
  /** Names of zones that nobody knows: their times are taken in the calendar's own zone. */
  unknownZones: string[];
}

/** Lengths in characters; `dates`: shown of one calendar; the window in months before and after today. */
export const OUTSIDE_CALENDAR_LIMITS = {
  name: 200,
  url: 2000,
  calendarsOfAGroup: 20,
  dates: 1000,
  monthsBack: 1,
  monthsAhead: 18,
} as const;

/**
 * The address of a calendar to follow: https or http (webcal is https), a name of the public Web, the usual port, no user and
 * no password; null otherwise. What it leads to is checked again when it is asked (server/outside-events/fetch).
 */
export function parseCalendarAddress(text: string): string | null {
  const url = URL.parse(text.trim().replace(/^webcals?:/i, 'https:'));
  if (!url || url.href.length > OUTSIDE_CALENDAR_LIMITS.url || !isPublicAddress(url)) return null;
  url.hash = '';
  return url.href;
}

/** Numbers stand for no host here, however they are written: URLs normalise '0x7f.1' and '2130706433' to '127.0.0.1'. */
export function isPublicAddress(url: URL): boolean {
  const web = url.protocol === 'https:' || url.protocol === 'http:';
  const named = /^[^.].*\.[a-z][a-z0-9-]*[a-z0-9]\.?$/.test(url.hostname);
  return web && named && url.port === '' && url.username === '' && url.password === '';
}
