import type { RequestHandler, Response } from 'express';
import { m } from '#app/messages/compiled/messages.js';
import { feedPath } from '#app/model/calendar.ts';
import { RenderedCache } from '#server/http/rendered-cache.ts';
import { isUnchanged, wantsGzip } from '#server/http/validators.ts';
import { readOwnProgrammeFeed } from '#server/own-programme/read-own-feed.ts';
import type { Services } from '#server/services.ts';
import { setBodyHeaders, setCommonHeaders, setFeedHeaders } from './feed-headers.ts';
import { FeedMemory } from './feed-memory.ts';
import { type FeedAddress, findFeed } from './find-feed.ts';
import { type Feed, readPersonalFeed, readPublicFeed } from './read-feed.ts';

// Feeds answer here and not as routes of pages: calendars send HEAD, PROPFIND and conditions, want no cookie, no language
// and no redirect, and each of these would otherwise have to be taken away again.

const METHODS = 'GET, HEAD, OPTIONS';

/** Answers everything under /feeds. Mount at '/feeds', before anything that reads cookies or checks origins. `freshMs`: feed-memory.ts. */
export function answerFeeds(services: Services, { freshMs }: { freshMs?: number | undefined } = {}): RequestHandler {
  const cache = new RenderedCache(services.clock);
  const memory = new FeedMemory(services, { freshMs });
  const find = (address: FeedAddress): Promise<Feed | null> =>
    // a personal feed is never remembered: who may see what is asked at each poll
    address.of === 'mine'
      ? readPersonalFeed(services, address.secret)
      : address.of === 'programme'
        ? readOwnProgrammeFeed(services, address.secret)
        : memory.find(feedPath(address.feed, address.format), () => readPublicFeed(services, address));
  return async (request, response) => {
    const address = findFeed(request.url);
    setCommonHeaders(response, address);
    if (request.method === 'OPTIONS') return void response.status(204).setHeader('Allow', METHODS).end();
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(response, METHODS);
    const feed = address && (await find(address));
    if (!address || !feed) return answerNotFound(response);
    const zipped = wantsGzip(request.headers);
    const file = await cache.find(feed.key, feed.revision, { zipped, write: feed.write });
    setFeedHeaders(response, address, file, services.clock);
    if (isUnchanged(request.headers, file)) return void response.status(304).end();
    setBodyHeaders(response, address);
    response.setHeader('Content-Length', file.body.length);
    if (zipped) response.setHeader('Content-Encoding', 'gzip');
    response.status(200).end(request.method === 'HEAD' ? undefined : file.body);
  };
}

/** Thunderbird asks `/` and the feed itself whether they speak CalDAV. Only /dav does (dav/dav-handler.ts), and they say so plainly. */
export const refuseCalDav: RequestHandler = (request, response, next) => {
  if (!['PROPFIND', 'PROPPATCH', 'REPORT', 'MKCALENDAR', 'MKCOL'].includes(request.method)) return next();
  refuseMethod(response, request.path.startsWith('/feeds/') ? METHODS : 'GET, HEAD');
};

function refuseMethod(response: Response, allowed: string): void {
  response
    .status(405)
    .setHeader('Allow', allowed)
    .type('text')
    .send(m.calendar_feed_read_only({}, { locale: 'fr' }));
}

function answerNotFound(response: Response): void {
  response.setHeader('Cache-Control', 'no-store');
  response
    .status(404)
    .type('text')
    .send(m.calendar_feed_unknown({}, { locale: 'fr' }));
}
