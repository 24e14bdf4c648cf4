import { FEED_TYPES, type FeedFormat, feedPath, type PublicFeed } from '#app/model/calendar.ts';

/** Where browsers, calendars and news readers find a page's feed in its head: each of its forms (rel=alternate). */
export function feedLinks(feed: PublicFeed, title: string) {
  const formats: FeedFormat[] = ['ics', 'atom', 'json'];
  return formats.map((format) => ({
    ...{ tagName: 'link' as const, rel: 'alternate', type: FEED_TYPES[format] },
    ...{ href: feedPath(feed, format), title },
  }));
}
