import path from 'node:path';
import { createRequestHandler } from '@react-router/express';
import express from 'express';
import { RouterContextProvider, type ServerBuild } from 'react-router';
import { servicesContext, sessionContext, viewerContext } from '#server/request-context.ts';
import type { Services } from '#server/services.ts';
import { findSession } from '#server/accounts/sessions.ts';
import { withLocaleOf } from './locale.ts';
import { refuseForeignOrigin, securityHeaders } from './security.ts';

const IMMUTABLE = { immutable: true, maxAge: '1y' };

/** Everything that answers HTTP: health, files of the build, then the pages. */
export function createRequestListener(services: Services, build: ServerBuild, clientFolder: string): express.Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.get('/healthz', (_request, response) => void response.type('text').send('ok'));
  app.get('/readyz', async (_request, response) => {
    const ready = await services.db.selectNoFrom((eb) => eb.lit(1).as('one')).execute().then(() => true, () => false);
    response.status(ready ? 200 : 503).type('text').send(ready ? 'ready' : 'the database does not answer');
  });
  app.use(securityHeaders(services.env));
  app.use('/assets', express.static(path.join(clientFolder, 'assets'), IMMUTABLE));
  app.use(express.static(clientFolder, { index: false, maxAge: '1h' }));
  app.use(refuseForeignOrigin(services.env));
  app.all(
    '/{*splat}',
    withLocaleOf(
      createRequestHandler({
        build,
        mode: process.env.NODE_ENV,
        async getLoadContext(request) {
          const context = new RouterContextProvider();
          const session = await findSession(services, request.headers.cookie);
          context.set(servicesContext, services);
          context.set(viewerContext, session?.viewer ?? null);
          context.set(sessionContext, session ? { id: session.id } : null);
          return context;
        },
      }),
    ),
  );
  return app;
}
