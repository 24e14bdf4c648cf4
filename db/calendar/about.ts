import type { PublicFeed } from '#app/model/calendar.ts';
import type { FeedFilters } from '#app/model/feed-filters.ts';
import { matching } from './matching.ts';
import type { CalendarRows } from './rows.ts';

/** Leaves what a public feed is about. */
export function about(rows: CalendarRows, feed: PublicFeed): CalendarRows {
  switch (feed.of) {
    case 'all':
      return rows;
    case 'meeting':
      return rows.where('meetings.slug', '=', feed.slug);
    case 'edition':
      return rows.where('meetings.editionId', '=', (eb) =>
        eb.selectFrom('editions').select('editions.id').where('editions.slug', '=', feed.slug),
      );
    default:
      return rows.where(matching(filtersOf(feed)));
  }
}

/** What the feeds that have a name leave, as filters. */
export function filtersOf(feed: PublicFeed): FeedFilters {
  switch (feed.of) {
    case 'group':
      return { group: feed.slug };
    case 'kind':
      return { kind: feed.kind };
    case 'theme':
      return { theme: feed.slug };
    case 'country':
      return { country: feed.country };
    case 'organisation':
      return { organisation: feed.id };
    case 'filtered':
      return feed.filters;
    default:
      return {};
  }
}
