import type { RequestHandler, Response } from 'express';
import { m } from '#app/messages/compiled/messages.js';
import { RenderedCache, type RenderedFile } from '#server/http/rendered-cache.ts';
import { httpDate, isUnchanged, wantsGzip } from '#server/http/validators.ts';
import type { Services } from '#server/services.ts';
import { type FeedAddress, findFeed } from './find-feed.ts';
import { readFeed } from './read-feed.ts';

// Feeds answer here and not as routes of pages: calendars send HEAD, PROPFIND and conditions, want no cookie, no language
// and no redirect, and each of these would otherwise have to be taken away again.

const METHODS = 'GET, HEAD, OPTIONS';
/** Seconds for which others' caches may answer; the least that Google and Outlook wait is longer. */
const FRESH = 300;

/** Answers everything under /feeds. Mount at '/feeds', before anything that reads cookies or checks origins. */
export function answerFeeds(services: Services): RequestHandler {
  const cache = new RenderedCache(services.clock);
  return async (request, response) => {
    const address = findFeed(request.path);
    setCommonHeaders(response, address);
    if (request.method === 'OPTIONS') return void response.status(204).setHeader('Allow', METHODS).end();
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(response, METHODS);
    const feed = address && (await readFeed(services, address));
    if (!address || !feed) return answerNotFound(response);
    const zipped = wantsGzip(request.headers);
    const file = await cache.find(feed.key, feed.revision, { zipped, write: feed.write });
    setFeedHeaders(response, address, file, services);
    if (isUnchanged(request.headers, file)) return void response.status(304).end();
    response.setHeader('Content-Type', 'text/calendar; charset=utf-8');
    response.setHeader('Content-Length', file.body.length);
    if (zipped) response.setHeader('Content-Encoding', 'gzip');
    response.status(200).end(request.method === 'HEAD' ? undefined : file.body);
  };
}

/** Thunderbird asks `/`, `/.well-known/caldav` and the feed itself whether they speak CalDAV. They do not, and say so plainly. */
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

function setCommonHeaders(response: Response, address: FeedAddress | null): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  if (address && address.of !== 'mine') {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD');
    response.setHeader('Access-Control-Allow-Headers', 'If-None-Match, If-Modified-Since');
    response.setHeader('Access-Control-Expose-Headers', 'ETag, Last-Modified');
    return;
  }
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('X-Robots-Tag', 'noindex');
}

function setFeedHeaders(response: Response, address: FeedAddress, { etag, lastModified }: RenderedFile, { clock }: Services): void {
  // a personal feed is asked for every time: a revoked one ends at once
  response.setHeader('Cache-Control', address.of === 'mine' ? 'private, no-cache' : `public, max-age=${FRESH}`);
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('ETag', etag);
  // never a date to come (RFC 9110, 8.8.2.1): for a second after a second change there is none
  if (Temporal.Instant.compare(lastModified, clock.now()) <= 0) response.setHeader('Last-Modified', httpDate(lastModified));
  const disposition = address.of === 'meeting' ? 'attachment' : 'inline';
  response.setHeader('Content-Disposition', `${disposition}; filename="${fileName(address)}"`);
}

function fileName(address: FeedAddress): string {
  switch (address.of) {
    case 'all':
      return 'tertulia.ics';
    case 'mine':
      return 'tertulia-perso.ics';
    case 'kind':
      return `${address.kind.replace('_', '-')}.ics`;
    case 'country':
      return `${address.country.toLowerCase()}.ics`;
    default:
      return `${address.slug}.ics`;
  }
}
