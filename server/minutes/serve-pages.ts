import type { Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from 'express';
import { findPageRevision } from '#db/minutes/read-page.ts';
import { readSessionCookie } from '#server/accounts/session-cookie.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { RenderedCache } from '#server/http/rendered-cache.ts';
import { isUnchanged, wantsGzip } from '#server/http/validators.ts';
import type { Services } from '#server/services.ts';

const PAGE = /^(?:\/[a-z]{2})?\/minutes\/([a-z0-9]+(?:-[a-z0-9]+)*)(?:\/v\/[1-9]\d{0,5})?$/;
const THEME = /(?:^|;\s*)theme=(light|dark)\b/;

/** Gives the page that stands at an address to somebody who is not signed in. */
export type RenderPage = (request: ExpressRequest) => Promise<Response>;

/**
 * Answers the pages of published minutes for visitors, out of memory: one query tells whether what was rendered still holds,
 * and whoever has it already gets 304 (RFC 9110, 13.1.2). Readers who are signed in, addresses with a query and everything
 * that is not such a page go on to whoever comes next.
 */
export function servePublishedPages(services: Services, render: RenderPage): RequestHandler {
  const cache = new RenderedCache(services.clock);
  // the same for every page without scripts
  let policy = '';
  return async (request, response, next) => {
    const slug = PAGE.exec(request.path)?.[1];
    const { cookie } = request.headers;
    if (!slug || request.url.includes('?') || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
    if (readSessionCookie(services.env, cookie) !== null) return next();
    const name = `${request.path} ${THEME.exec(cookie ?? '')?.[1] ?? 'auto'}`;
    const revision = await findPageRevision(services.db, await enterNetwork(services, null), slug);
    if (revision === undefined) {
      cache.forget(name);
      return next();
    }
    const zipped = wantsGzip(request.headers);
    const write = async () => {
      const page = await render(request);
      // an answer that is not the page is given as it is; one with scripts is made by whoever comes next, each time with
      // another nonce
      if (page.status !== 200) throw new NotToKeep({ page, html: await page.text() });
      const html = await page.text();
      if (html.includes('<script')) throw new NotToKeep(null);
      policy = page.headers.get('Content-Security-Policy')?.replace(/ 'nonce-[^']*'/g, '') ?? policy;
      return html.replaceAll(/ nonce="[^"]*"/g, '');
    };
    const file = await cache.find(name, revision, { zipped, write }).catch((error: unknown) => {
      if (error instanceof NotToKeep) return error;
      throw error;
    });
    if (file instanceof NotToKeep) return file.made ? handOn(file.made, response) : next();
    // asked for every time: what was redacted is gone everywhere at once
    response.setHeader('Cache-Control', 'private, no-cache');
    response.setHeader('Vary', 'Accept-Encoding, Cookie');
    response.setHeader('ETag', file.etag);
    if (isUnchanged({ 'if-none-match': request.headers['if-none-match'] }, file)) return void response.status(304).end();
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Content-Length', file.body.length);
    if (policy) response.setHeader('Content-Security-Policy', policy);
    if (zipped) response.setHeader('Content-Encoding', 'gzip');
    response.status(200).end(request.method === 'HEAD' ? undefined : file.body);
  };
}

class NotToKeep extends Error {
  override readonly name = 'NotToKeep';
  /** The answer; null: it has to be made again. */
  readonly made: Made | null;

  constructor(made: Made | null) {
    super();
    this.made = made;
  }
}

interface Made {
  page: Response;
  html: string;
}

function handOn({ page, html }: Made, response: ExpressResponse): void {
  for (const [name, value] of page.headers) response.append(name, value);
  response.status(page.status).end(html);
}
