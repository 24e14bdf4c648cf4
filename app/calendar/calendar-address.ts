import { feedOfFilters, feedPath, type PublicFeed } from '#app/model/calendar.ts';
import { type FeedFilters, feedQuery } from '#app/model/feed-filters.ts';

/** The feed of what is shown: what the page leaves out, it leaves out as well. */
export function feedOf({ group, kind, theme, country, organisation, q }: FeedFilters): PublicFeed {
  return feedOfFilters({ group, kind, theme, country, organisation, q });
}

/** '/subscribe?feed=groups/dalc', '/subscribe?group=dalc&kind=webinar': the page that says how to subscribe to a feed. */
export function subscribeAddress(feed: PublicFeed | 'mine'): string {
  if (feed === 'mine') return '/subscribe?feed=mine';
  if (feed.of === 'filtered') return `/subscribe?${feedQuery(feed.filters)}`;
  return feed.of === 'all' ? '/subscribe' : `/subscribe?feed=${feedPath(feed).slice('/feeds/'.length, -'.ics'.length)}`;
}
