import { Feed } from 'feed';
import { type Locale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { textOf } from '#app/model/minutes-content.ts';
import { cleanLine } from '#app/model/text.ts';
import { digestMinutesFeed, findFeedGroup, listMinutesForFeed, type MinutesFeedRow } from '#db/minutes/read-feed.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { readContent } from '#server/minutes/read-content.ts';
import type { Services } from '#server/services.ts';

/** Which published minutes: of the whole network, or of one group (its slug). */
export interface MinutesFeedAddress {
  group: string | null;
}

export interface MinutesFeed {
  /** Another one whenever anything in it changes. */
  revision: string;
  write(): Promise<string>;
}

/** Read in one language, whoever asks: the same bytes for everyone. */
const LOCALE: Locale = 'fr';
/** Entries: readers keep those they have seen. */
const NEWEST = 50;

const GROUP_FEED = /^\/groups\/([a-z0-9]+(?:-[a-z0-9]+)*)\.atom$/;

/** Reads the path after /feeds, '/minutes.atom' or '/groups/dalc.atom'; null for any other. */
export function findMinutesFeed(path: string): MinutesFeedAddress | null {
  if (path === '/minutes.atom') return { group: null };
  const slug = GROUP_FEED.exec(path)?.[1];
  return slug ? { group: slug } : null;
}

/** Published minutes that anybody may read, as an Atom feed (RFC 4287); null when the group is not for everyone to see. */
export async function readMinutesFeed(services: Services, { group }: MinutesFeedAddress): Promise<MinutesFeed | null> {
  const { db } = services;
  const scope = await enterNetwork(services, null);
  const named = group === null ? null : await findFeedGroup(db, group);
  if (named === undefined) return null;
  const window = { group, limit: NEWEST };
  const title = named
    ? m.sending_feed_group({ group: cleanLine(named.name) }, { locale: LOCALE })
    : m.sending_feed_all({}, { locale: LOCALE });
  return {
    revision: `${await digestMinutesFeed(db, scope, window)} ${title}`,
    write: async () => writeFeed(services, { group, title, rows: await listMinutesForFeed(db, scope, window) }),
  };
}

interface FeedToWrite extends MinutesFeedAddress {
  title: string;
  rows: MinutesFeedRow[];
}

function writeFeed({ env }: Services, { group, title, rows }: FeedToWrite): string {
  const self = `${env.appUrl}/feeds/${group ? `groups/${group}` : 'minutes'}.atom`;
  const feed = new Feed({
    ...{ id: self, title, link: `${env.appUrl}${localePath(group ? `/groups/${group}` : '/minutes', LOCALE)}` },
    ...{ feedLinks: { atom: self }, language: LOCALE, copyright: '', generator: 'Tertulia' },
    // of the newest entry: a feed says when its content changed, not when it was asked for
    updated: dateOf(rows[0]?.publishedAt ?? '1970-01-01T00:00:00Z'),
  });
  for (const row of rows) feed.addItem(entryOf(env.appUrl, row));
  return feed.atom1();
}

function entryOf(appUrl: string, row: MinutesFeedRow) {
  const { meeting, highlights, decisions } = readContent(row.content);
  const url = `${appUrl}${localePath(`/minutes/${meeting.slug}`, LOCALE)}`;
  const points = [...decisions, ...highlights].map(({ inline }) => `<li>${escapeHtml(frenchSpaces(textOf(inline)))}</li>`);
  const news =
    row.number > 1 ? [m.sending_feed_version({ number: row.number }, { locale: LOCALE }), row.note].filter(Boolean).join(' ') : '';
  return {
    // stays when the address of the site changes
    id: `urn:uuid:${row.minutesId}`,
    title: escapeHtml(frenchSpaces(cleanLine(meeting.title))),
    link: url,
    published: dateOf(row.firstPublishedAt),
    date: dateOf(row.publishedAt),
    author: [{ name: escapeHtml(cleanLine(meeting.group.name)) }],
    content:
      [news && `<p>${escapeHtml(news)}</p>`, points.length > 0 && `<ul>${points.join('')}</ul>`].filter(Boolean).join('') || '<p></p>',
  };
}

/** The library takes Dates. */
const dateOf = (instant: string) => new Date(Temporal.Instant.from(instant).epochMilliseconds);

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
