import type { RequestHandler } from 'express';
import { RenderedCache } from '#server/http/rendered-cache.ts';
import { httpDate, isUnchanged, wantsGzip } from '#server/http/validators.ts';
import type { Services } from '#server/services.ts';
import { findMinutesFeed, readMinutesFeed } from './read-minutes-feed.ts';

/** Answers the Atom feeds under /feeds, and leaves everything else there to whoever comes next. Mount at '/feeds'. */
export function answerMinutesFeeds(services: Services): RequestHandler {
  const cache = new RenderedCache(services.clock);
  return async (request, response, next) => {
    const address = findMinutesFeed(request.path);
    if (!address || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
    const feed = await readMinutesFeed(services, address);
    if (!feed) return next();
    const zipped = wantsGzip(request.headers);
    const file = await cache.find(request.path, feed.revision, { zipped, write: feed.write });
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    // asked for again each time: what was redacted must not go on being answered by somebody else's cache
    response.setHeader('Cache-Control', 'public, no-cache');
    response.setHeader('Vary', 'Accept-Encoding');
    response.setHeader('ETag', file.etag);
    if (Temporal.Instant.compare(file.lastModified, services.clock.now()) <= 0)
      response.setHeader('Last-Modified', httpDate(file.lastModified));
    if (isUnchanged(request.headers, file)) return void response.status(304).end();
    response.setHeader('Content-Type', 'application/atom+xml; charset=utf-8');
    response.setHeader('Content-Length', file.body.length);
    if (zipped) response.setHeader('Content-Encoding', 'gzip');
    response.status(200).end(request.method === 'HEAD' ? undefined : file.body);
  };
}
