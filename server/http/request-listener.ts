import path from 'node:path';
import { createRequestHandler } from '@react-router/express';
import express, { type Request, type RequestHandler } from 'express';
import { createRequestHandler as createFetchHandler, RouterContextProvider, type ServerBuild } from 'react-router';
import { isReady } from '#db/ready.ts';
import { findSession } from '#server/accounts/sessions.ts';
import { answerDav } from '#server/calendar/dav/dav-handler.ts';
import { answerFeeds, refuseCalDav } from '#server/calendar/feed-handler.ts';
import { acceptInboundMail } from '#server/inbox/inbound-handler.ts';
import { answerOneClick } from '#server/mail-preferences/one-click.ts';
import { answerMinutesFeeds } from '#server/minutes/feed/minutes-feed-handler.ts';
import { type RenderPage, servePublishedPages } from '#server/minutes/serve-pages.ts';
import { ipContext, servicesContext, sessionContext, viewerContext } from '#server/request-context.ts';
import type { Services } from '#server/services.ts';
import { preferCompressed } from './compressed-files.ts';
import { inLocale, localeOfPath, withLocaleOf } from './locale.ts';
import { limitBodies, refuseBrokenAddress, refuseForeignOrigin, securityHeaders } from './security.ts';

const IMMUTABLE = { immutable: true, maxAge: '1y' };

export interface Pages {
  /** A function while developing: the pages as they are in the sources now. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Folder of the files for browsers. */
  clientFolder: string;
  /** Vite's own addresses, while developing. */
  dev: RequestHandler | undefined;
  /** Milliseconds for which a public feed is taken to hold without asking; what it is unless a test says otherwise: feed-memory.ts. */
  feedsFreshMs?: number;
}

/** Everything that answers HTTP: health, files of the build, then the pages. */
export function createRequestListener(services: Services, { build, clientFolder, dev, feedsFreshMs }: Pages): express.Express {
  const app = express();
  app.disable('x-powered-by');
  // whose X-Forwarded-For and -Proto are believed: proxies on this machine or on its private network
  app.set('trust proxy', 'loopback, linklocal, uniquelocal');
  app.get('/healthz', (_request, response) => void response.type('text').send('ok'));
  app.get('/readyz', async (_request, response) => {
    const ready = await isReady(services.db);
    response
      .status(ready ? 200 : 503)
      .type('text')
      .send(ready ? 'ready' : 'The database does not answer.');
  });
  app.use(logRequests(services));
  app.use(securityHeaders(services.env));
  app.use(refuseBrokenAddress);
  app.use(answerDav(services, { freshMs: feedsFreshMs }));
  app.use(refuseCalDav);
  app.use('/inbound-mail', acceptInboundMail(services));
  app.use(answerOneClick(services));
  app.use('/feeds', answerMinutesFeeds(services), answerFeeds(services, { freshMs: feedsFreshMs }));
  if (dev) app.use(dev);
  const assets = path.join(clientFolder, 'assets');
  app.use('/assets', preferCompressed(assets), express.static(assets, IMMUTABLE));
  app.use(express.static(clientFolder, { index: false, maxAge: '1h' }));
  app.use(refuseForeignOrigin(services.env));
  app.use(limitBodies);
  // React Router compares Origin with the address it sees, which is another behind a proxy; ours was checked just before
  const allowedActionOrigins = [new URL(services.env.appUrl).host];
  // a function is asked, and its answer taken apart, at every request: for development only
  const pages =
    typeof build === 'function' ? async () => ({ ...(await build()), allowedActionOrigins }) : { ...build, allowedActionOrigins };
  const getLoadContext = (request: Request) => contextOf(services, request);
  if (typeof build !== 'function') app.use(servePublishedPages(services, rendererFor(services, build)));
  app.all('/{*splat}', withLocaleOf(createRequestHandler({ build: pages, mode: process.env.NODE_ENV ?? 'production', getLoadContext })));
  return app;
}

/** Renders a page for a visitor, without the conditions and encodings of the request that asks for it. */
function rendererFor(services: Services, build: ServerBuild): RenderPage {
  const answer = createFetchHandler(build, process.env.NODE_ENV ?? 'production');
  return async (request) => {
    const context = newContext(services, { ip: '', session: null });
    return inLocale(localeOfPath(request.path), () =>
      answer(
        new globalThis.Request(services.env.appUrl + request.originalUrl, {
          headers: { Cookie: request.headers.cookie ?? '' },
        }),
        context,
      ),
    );
  };
}

/** What `requestOf` gives to loaders and actions. */
async function contextOf(services: Services, request: Request): Promise<RouterContextProvider> {
  return newContext(services, { ip: request.ip ?? '', session: await findSession(services, request.headers.cookie) });
}

function newContext(
  services: Services,
  { ip, session }: { ip: string; session: Awaited<ReturnType<typeof findSession>> },
): RouterContextProvider {
  const context = new RouterContextProvider();
  context.set(servicesContext, services);
  context.set(ipContext, ip);
  context.set(viewerContext, session?.viewer ?? null);
  context.set(sessionContext, session ? { id: session.id } : null);
  return context;
}

/** Faults always, the rest when debugging: whoever wants an access log has one in the proxy in front. */
function logRequests({ log }: Services): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    response.on('finish', () => {
      const fields = {
        method: request.method,
        path: request.path,
        status: response.statusCode,
        ms: Math.round(performance.now() - start),
      };
      if (response.statusCode >= 500) log.error('request failed', fields);
      else log.debug('request', fields);
    });
    next();
  };
}
