import type { PublicFeed } from '#app/model/calendar.ts';
import { MEETING_KINDS } from '#app/model/meetings.ts';

/** What a request under /feeds asks for; 'mine' is behind a secret. */
export type FeedAddress = PublicFeed | { of: 'mine'; secret: string };

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** Reads the path after /feeds, '/groups/dalc.ics'; null: no such kind of address. Whether the group exists is another question. */
export function findFeed(path: string): FeedAddress | null {
  if (path === '/all.ics') return { of: 'all' };
  const [, folder, name] = /^\/([a-z]+)\/([A-Za-z0-9_-]{1,120})\.ics$/.exec(path) ?? [];
  if (!folder || !name) return null;
  if (folder === 'me') return SECRET.test(name) ? { of: 'mine', secret: name } : null;
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
