import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll } from 'vitest';
import { createRequestListener } from '#server/http/request-listener.ts';
import type { Services } from '#server/services.ts';

export interface FeedAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
}

export type Ask = (path: string, options?: { method?: string; headers?: Record<string, string> }) => Promise<FeedAnswer>;

/**
 * What the product answers to HTTP, without its pages, on a server of this test file; asks it without adding or unpacking
 * anything. `freshMs`: how long feeds are believed; tests write past the verbs, so not at all unless they say so.
 */
export function useFeedServer(services: () => Services, { freshMs = 0 } = {}): Ask {
  const server = createServer();
  beforeAll(async () => {
    const build = () => Promise.reject(new Error('a page was asked for'));
    server
      .on('request', createRequestListener(services(), { build, clientFolder: 'build/client', dev: undefined, feedsFreshMs: freshMs }))
      .listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  return async (path, { method = 'GET', headers = {} } = {}) => {
    const { port } = server.address() as AddressInfo;
    const sent = request({ host: '127.0.0.1', port, path, method, headers }).end();
    const [response] = await once(sent, 'response');
    const body = await buffer(response);
    return { status: response.statusCode, headers: response.headers, body, text: body.toString('utf8') };
  };
}
