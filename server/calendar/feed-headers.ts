import type { Response } from 'express';
import { FEED_TYPES, type FeedFormat, feedPath, type PublicFeed } from '#app/model/calendar.ts';
import type { RenderedFile } from '#server/http/rendered-cache.ts';
import { httpDate } from '#server/http/validators.ts';
import type { Clock } from '#server/services.ts';
import type { FeedAddress } from './find-feed.ts';

/** Seconds for which others' caches may answer; the least that Google and Outlook wait is longer. */
const FRESH = 300;

/** Headers of every answer under /feeds, refusals included. */
export function setCommonHeaders(response: Response, address: FeedAddress | null): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  if (address?.of === 'public') {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD');
    response.setHeader('Access-Control-Allow-Headers', 'If-None-Match, If-Modified-Since');
    response.setHeader('Access-Control-Expose-Headers', 'ETag, Last-Modified');
    return;
  }
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('X-Robots-Tag', 'noindex');
}

/** Headers of a feed that was found, whether it is sent or the client has it already. */
export function setFeedHeaders(response: Response, address: FeedAddress, { etag, lastModified }: RenderedFile, clock: Clock): void {
  // a personal feed is asked for every time: a revoked one ends at once
  response.setHeader('Cache-Control', address.of === 'public' ? `public, max-age=${FRESH}` : 'private, no-cache');
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('ETag', etag);
  // never a date to come (RFC 9110, 8.8.2.1): for a second after a second change there is none
  if (Temporal.Instant.compare(lastModified, clock.now()) <= 0) response.setHeader('Last-Modified', httpDate(lastModified));
}

/** Headers of the body. */
export function setBodyHeaders(response: Response, address: FeedAddress): void {
  const { feed, format } = address.of === 'public' ? address : { feed: null, format: 'ics' as const };
  response.setHeader('Content-Type', contentType(format));
  // one meeting is a file to keep
  const disposition = feed?.of === 'meeting' && format === 'ics' ? 'attachment' : 'inline';
  response.setHeader('Content-Disposition', `${disposition}; filename="${fileName(feed, format)}"`);
}

function contentType(format: FeedFormat): string {
  return format === 'json' ? `${FEED_TYPES.json};type=group` : `${FEED_TYPES[format]}; charset=utf-8`;
}

function fileName(feed: PublicFeed | null, format: FeedFormat): string {
  if (!feed) return 'tertulia-perso.ics';
  if (feed.of === 'all' || feed.of === 'filtered') return `tertulia.${format}`;
  return feedPath(feed, format).split('/').at(-1) ?? '';
}
