import type { FeedFormat, PublicFeed } from '#app/model/calendar.ts';
import { feedOfFilters } from '#app/model/calendar.ts';
import { countFilters, parseFeedFilters } from '#app/model/feed-filters.ts';
import { MEETING_KINDS } from '#app/model/meetings.ts';
import { isUuid } from '#app/model/uuid.ts';

/** What a request under /feeds asks for; 'mine' (a personal feed) and 'programme' (one's own, of an edition) are behind a secret. */
export type FeedAddress =
  | { of: 'mine'; secret: string }
  | { of: 'programme'; secret: string }
  | { of: 'public'; feed: PublicFeed; format: FeedFormat };

const PATH = /^\/(?:([a-z]+)\/)?([A-Za-z0-9_-]{1,120})\.(ics|json|meetings\.atom)$/;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const SECRET = /^[A-Za-z0-9_-]{43}$/;

/**
 * Reads what follows /feeds, '/groups/dalc.ics' or '/all.ics?group=dalc&q=eau'; null: no such kind of address. Whether the
 * group exists is another question. Names in the query that are no filters are passed over.
 */
export function findFeed(url: string): FeedAddress | null {
  const [path = '', query] = url.split('?', 2);
  const [, folder, name = '', ending] = PATH.exec(path) ?? [];
  if (!ending) return null;
  const format = ending === 'meetings.atom' ? 'atom' : ending === 'json' ? 'json' : 'ics';
  if (folder === 'me' || folder === 'programmes')
    return format === 'ics' && SECRET.test(name) ? { of: folder === 'me' ? 'mine' : 'programme', secret: name } : null;
  const filters = query ? parseFeedFilters(new URLSearchParams(query)) : {};
  if (!filters) return null;
  if (folder === undefined) return name === 'all' ? { of: 'public', feed: feedOfFilters(filters), format } : null;
  // a feed with a name is not narrowed further: '/all.ics?…' is
  const feed = countFilters(filters) === 0 ? feedOfFolder(folder, name) : null;
  return feed && { of: 'public', feed, format };
}

function feedOfFolder(folder: string, name: string): PublicFeed | null {
  if (!SLUG.test(name)) return null;
  switch (folder) {
    case 'groups':
      return { of: 'group', slug: name };
    case 'themes':
      return { of: 'theme', slug: name };
    case 'editions':
      return { of: 'edition', slug: name };
    case 'meetings':
      return { of: 'meeting', slug: name };
    case 'organisations':
      return isUuid(name) ? { of: 'organisation', id: name } : null;
    case 'countries':
      return /^[a-z]{2}$/.test(name) ? { of: 'country', country: name.toUpperCase() } : null;
    case 'kinds': {
      const kind = MEETING_KINDS.find((one) => one.replace('_', '-') === name);
      return kind ? { of: 'kind', kind } : null;
    }
    default:
      return null;
  }
}
