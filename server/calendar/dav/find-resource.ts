import { m } from '#app/messages/compiled/messages.js';
import { davPath, feedPath, type PublicFeed } from '#app/model/calendar.ts';
import { listCalendarChoices } from '#db/calendar/read-choices.ts';
import { enterNetwork } from '#server/groups/access.ts';
import type { Services } from '#server/services.ts';
import type { FeedMemory } from '../feed-memory.ts';
import { findFeed } from '../find-feed.ts';
import { type Feed, readPersonalFeed, readPublicFeed } from '../read-feed.ts';
import type { Collections } from './collections.ts';
import type { Resource } from './properties.ts';
import type { DavCalendar } from './read-calendar.ts';

// /dav/                      where clients begin
// /dav/public/               what everyone may read: no password
// /dav/public/groups/dalc/   a calendar: the feed /feeds/groups/dalc.ics, its entries in it
// /dav/me/                   what the owner of a personal feed may read: its secret is the password
// /dav/me/calendar/

export const ROOT = '/dav/';
export const PUBLIC = '/dav/public/';
export const MINE = '/dav/me/';
const MY_CALENDAR = '/dav/me/calendar/';

export interface DavReader {
  services: Services;
  memory: FeedMemory;
  collections: Collections;
  /** The password that was given; null: none. It has been proved. */
  secret: string | null;
}

/** A calendar with the feed that it is. */
export interface OpenCalendar {
  feed: Feed;
  calendar: DavCalendar;
}

/** Where whoever asks begins. */
export const homeOf = ({ secret }: DavReader) => (secret === null ? PUBLIC : MINE);

/** What is at an address, and the calendar that it is or is in; null: nothing. */
export async function findResource(reader: DavReader, path: string): Promise<{ resource: Resource; open: OpenCalendar | null } | null> {
  const name = m.feeds_dav_name({}, { locale: 'fr' });
  if (path === ROOT) return { resource: { of: 'root', href: ROOT, name }, open: null };
  if (path === PUBLIC || path === MINE) return { resource: { of: 'home', href: path, name }, open: null };
  const [, folder = '', entryName = ''] = /^(\/dav\/(?:[a-z0-9-]+\/)+)([a-z0-9-]+\.ics)?$/.exec(path) ?? [];
  const open = folder ? await openCalendar(reader, folder) : null;
  if (!open) return null;
  const { calendar } = open;
  if (!entryName) return { resource: { of: 'calendar', href: folder, calendar }, open };
  const entry = calendar.events.get(folder + entryName);
  return entry ? { resource: { of: 'event', href: entry.href, calendar, entry }, open } : null;
}

async function openCalendar({ services, memory, collections, secret }: DavReader, folder: string): Promise<OpenCalendar | null> {
  const feed =
    folder === MY_CALENDAR ? secret !== null && (await readPersonalFeed(services, secret)) : await openPublic(services, memory, folder);
  return feed ? { feed, calendar: await collections.open(feed, folder) } : null;
}

async function openPublic(services: Services, memory: FeedMemory, folder: string): Promise<Feed | null> {
  if (!folder.startsWith(PUBLIC)) return null;
  const address = findFeed(`/${folder.slice(PUBLIC.length, -1)}.ics`);
  if (address?.of !== 'public') return null;
  return memory.find(feedPath(address.feed), () => readPublicFeed(services, address));
}

/** One by one, what stands directly in a collection: the calendars of a home, the entries of a calendar. */
export async function* listChildren(reader: DavReader, resource: Resource): AsyncGenerator<Resource> {
  if (resource.of === 'event') return;
  if (resource.of === 'calendar') {
    const { calendar } = resource;
    for (const entry of calendar.events.values()) yield { of: 'event', href: entry.href, calendar, entry };
    return;
  }
  const folders = resource.href === MINE ? [MY_CALENDAR] : resource.href === PUBLIC ? await publicFolders(reader) : [homeOf(reader)];
  // one after the other: together they would be all that the database does
  for (const folder of folders) {
    const found = await findResource(reader, folder);
    if (found) yield found.resource;
  }
}

/** Everything, and each public group; themes, countries and the like have addresses, and would make the list too long. */
async function publicFolders({ services }: DavReader): Promise<string[]> {
  const { groups } = await listCalendarChoices(services.db, await enterNetwork(services, null));
  const feeds: PublicFeed[] = [{ of: 'all' }, ...groups.map(({ slug }) => ({ of: 'group' as const, slug }))];
  return feeds.flatMap((feed) => davPath(feed) ?? []);
}
