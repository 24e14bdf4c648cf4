import type { Request, RequestHandler, Response } from 'express';
import { m } from '#app/messages/compiled/messages.js';
import { isUnchanged } from '#server/http/validators.ts';
import type { Services } from '#server/services.ts';
import { enterPersonalFeed } from '../access.ts';
import { FeedMemory } from '../feed-memory.ts';
import { answerReport } from './answer-report.ts';
import { Collections } from './collections.ts';
import { BadXml, d, type Element, parseXml } from './dav-xml.ts';
import { type DavReader, findResource, homeOf, listChildren, MINE, ROOT } from './find-resource.ts';
import { inTurns } from './in-turns.ts';
import { describe, type Resource } from './properties.ts';
import { readBody, TooLong } from './read-body.ts';
import { readWish } from './read-wish.ts';
import { sendCondition, sendMultistatus } from './send-answer.ts';

// CalDAV for reading (RFC 4791, 6578, 6764): the same calendars as the feeds, but clients ask what changed, and so every few
// minutes instead of hours. Nothing can be written.

const METHODS = 'OPTIONS, GET, HEAD, PROPFIND, REPORT';
/** Octets of a body: fifty properties; a thousand addresses of a multiget. */
const LONGEST = { PROPFIND: 64_000, REPORT: 256_000 };

/** Answers under /dav and /.well-known/caldav, and passes everything else on. Mount before anything that reads cookies. */
export function answerDav(services: Services, { freshMs }: { freshMs?: number | undefined } = {}): RequestHandler {
  const memory = new FeedMemory(services, { freshMs });
  const collections = new Collections();
  return async (request, response, next) => {
    // RFC 6764, 5: whatever the method
    if (request.path === '/.well-known/caldav') return void response.status(301).setHeader('Location', ROOT).end();
    if (request.path !== '/dav' && !request.path.startsWith(ROOT)) return next();
    setHeaders(response);
    const secret = passwordOf(request.headers.authorization);
    const proved = secret !== null && (await enterPersonalFeed(services, secret)) !== null;
    if (request.method === 'OPTIONS') return void response.status(200).end();
    if ((secret !== null && !proved) || (secret === null && request.path.startsWith(MINE))) return challenge(response);
    await answer({ services, memory, collections, secret }, request, response);
  };
}

function setHeaders(response: Response): void {
  response.setHeader('DAV', '1, 3, calendar-access');
  response.setHeader('Allow', METHODS);
  response.setHeader('Cache-Control', 'private, no-cache');
  response.setHeader('Vary', 'Authorization');
  response.setHeader('X-Robots-Tag', 'noindex');
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
}

/** Wrong, revoked and missing passwords are one answer. */
function challenge(response: Response): void {
  response.setHeader('WWW-Authenticate', 'Basic realm="Tertulia", charset="UTF-8"');
  response
    .status(401)
    .type('text')
    .send(m.feeds_dav_password({}, { locale: 'fr' }));
}

/**
 * The password of Basic authentication (RFC 7617), whatever the name; null: none was sent, or one under the name of the
 * public, for phones that add no account without a name and a password.
 */
function passwordOf(header: string | undefined): string | null {
  const [, encoded] = /^Basic ([A-Za-z0-9+/=]{1,1000})$/i.exec(header ?? '') ?? [];
  if (encoded === undefined) return header === undefined ? null : '';
  const pair = Buffer.from(encoded, 'base64').toString('utf8');
  return pair.startsWith('public:') ? null : pair.slice(pair.indexOf(':') + 1);
}

async function answer(reader: DavReader, request: Request, response: Response): Promise<void> {
  // what cannot be written is refused before it is looked for: whether it is there is nobody's to learn so
  if (!METHODS.split(', ').includes(request.method))
    return void response
      .status(request.method === 'PUT' || request.method === 'DELETE' ? 403 : 405)
      .type('text')
      .send(m.calendar_feed_read_only({}, { locale: 'fr' }));
  const path = request.path.endsWith('/') || request.path.endsWith('.ics') ? request.path : `${request.path}/`;
  const found = await findResource(reader, path);
  if (!found)
    return void response
      .status(404)
      .type('text')
      .send(m.calendar_feed_unknown({}, { locale: 'fr' }));
  const { resource, open } = found;
  if (request.method === 'GET' || request.method === 'HEAD') return sendResource(resource, request, response);
  try {
    const body = await readXml(request);
    if (request.method === 'PROPFIND') return await propfind(reader, { resource, body, depth: request.headers.depth }, response);
    const report = open && body && resource.of === 'calendar' ? answerReport({ body, ...open, home: homeOf(reader) }) : null;
    if (!report?.ok) return sendCondition(response, report?.status ?? 403, report?.condition ?? d('supported-report'));
    await sendMultistatus(response, report.responses, report.syncToken);
  } catch (error) {
    if (error instanceof TooLong) return void response.status(413).setHeader('Connection', 'close').end();
    if (!(error instanceof BadXml)) throw error;
    response.status(400).type('text').send('This XML cannot be read.');
  }
}

async function readXml(request: Request): Promise<Element | null> {
  const text = await readBody(request, request.method === 'PROPFIND' ? LONGEST.PROPFIND : LONGEST.REPORT);
  return text.trim() ? parseXml(text) : null;
}

async function propfind(
  reader: DavReader,
  { resource, body, depth }: { resource: Resource; body: Element | null; depth: unknown },
  response: Response,
): Promise<void> {
  if (depth !== '0' && depth !== '1') return sendCondition(response, 403, d('propfind-finite-depth'));
  const wish = readWish(body);
  const asker = { home: homeOf(reader), inReport: false };
  async function* resources() {
    yield resource;
    if (depth === '1') yield* listChildren(reader, resource);
  }
  await sendMultistatus(
    response,
    inTurns(resources(), (one) => describe(one, wish, asker)),
  );
}

/** One entry as a file; a collection is nothing that a browser could show. */
function sendResource(resource: Resource, request: Request, response: Response): void {
  if (resource.of !== 'event') return void response.redirect(303, '/subscribe');
  const { entry, calendar } = resource;
  response.setHeader('ETag', entry.etag);
  const unknown = Temporal.Instant.fromEpochMilliseconds(0);
  if (request.headers['if-none-match'] !== undefined && isUnchanged(request.headers, { etag: entry.etag, lastModified: unknown }))
    return void response.status(304).end();
  response.setHeader('Content-Type', 'text/calendar; charset=utf-8; component=VEVENT');
  const text = Buffer.from(calendar.write(entry.event));
  response.setHeader('Content-Length', text.length);
  response.status(200).end(request.method === 'HEAD' ? undefined : text);
}
