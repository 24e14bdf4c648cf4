import { feedOfFilters, feedPath, type PublicFeed } from '#app/model/calendar.ts';
import { feedQuery } from '#app/model/feed-filters.ts';
import { MEETING_KINDS, type MeetingKind } from '#app/model/meetings.ts';
import { isMonth } from '#app/model/when.ts';
import type { MonthView } from '#app/ui/month/month-bar.tsx';

/** What the calendar page shows; all of it is in its address. */
export interface CalendarPlace {
  /** 'YYYY-MM'. */
  month: string;
  view: MonthView;
  group?: string | undefined;
  kind?: MeetingKind | undefined;
  theme?: string | undefined;
  /** ISO 3166-1 alpha-2, upper case. */
  country?: string | undefined;
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Reads the page's address; whatever is not understood is left out. */
export function readPlace(params: URLSearchParams, thisMonth: string): CalendarPlace {
  const slug = (name: string) => (SLUG.test(params.get(name) ?? '') ? String(params.get(name)) : undefined);
  const month = params.get('m') ?? '';
  const view = params.get('view');
  const country = params.get('country')?.toUpperCase() ?? '';
  return {
    month: isMonth(month) ? month : thisMonth,
    view: view === 'list' || view === 'month' ? view : 'auto',
    group: slug('group'),
    kind: MEETING_KINDS.find((kind) => kind === params.get('kind')),
    theme: slug('theme'),
    country: /^[A-Z]{2}$/.test(country) ? country : undefined,
  };
}

/** The address of a place: '/calendar?view=list&m=2022-06&group=dalc'. */
export function calendarAddress({ month, view, group, kind, theme, country }: CalendarPlace): string {
  const given = { view: view === 'auto' ? undefined : view, m: month, group, kind, theme, country: country?.toLowerCase() };
  const params = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `/calendar?${new URLSearchParams(params)}`;
}

/** The feed of what is shown: what the page leaves out, it leaves out as well. */
export function feedOf({ group, kind, theme, country }: CalendarPlace): PublicFeed {
  return feedOfFilters({ group, kind, theme, country });
}

/** '/subscribe?feed=groups/dalc', '/subscribe?group=dalc&kind=webinar': the page that says how to subscribe to a feed. */
export function subscribeAddress(feed: PublicFeed | 'mine'): string {
  if (feed === 'mine') return '/subscribe?feed=mine';
  if (feed.of === 'filtered') return `/subscribe?${feedQuery(feed.filters)}`;
  return feed.of === 'all' ? '/subscribe' : `/subscribe?feed=${feedPath(feed).slice('/feeds/'.length, -'.ics'.length)}`;
}
