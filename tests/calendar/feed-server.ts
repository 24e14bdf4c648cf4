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

export interface Ask {
  (path: string, options?: { method?: string; headers?: Record<string, string>; body?: string }): Promise<FeedAnswer>;
  /** 'http://127.0.0.1:' and the port, for clients that ask by themselves. */
  origin(): string;
}

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
  const port = () => (server.address() as AddressInfo).port;
  const ask = async (path: string, { method = 'GET', headers = {}, body = '' }: Parameters<Ask>[1] = {}): Promise<FeedAnswer> => {
    const sent = request({ host: '127.0.0.1', port: port(), path, method, headers }).end(body);
    const [response] = await once(sent, 'response');
    const bytes = await buffer(response);
    return { status: response.statusCode, headers: response.headers, body: bytes, text: bytes.toString('utf8') };
  };
  return Object.assign(ask, { origin: () => `http://127.0.0.1:${port()}` });
}
