import { createServer, Agent as HttpAgent, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';
import type { Door } from '#server/outside-events/fetch/door.ts';

/** Lets tests, and nothing else, reach this machine. */
export const loopbackDoor: Door = {
  mayAsk: (url) => url.hostname === '127.0.0.1',
  agentFor: () => new HttpAgent({ keepAlive: false }),
};

export interface LocalServer {
  /** 'http://127.0.0.1:<port>' */
  origin: string;
  /** What was asked, in order. */
  asked: IncomingMessage[];
  /** What answers next; a test sets it. */
  answer: RequestListener;
}

/** An HTTP server of the calling test file, closed with every connection after its last test. */
export function useLocalServer(): LocalServer {
  const local: LocalServer = { origin: '', asked: [], answer: (_request, response) => response.end() };
  const server = createServer((request, response) => {
    local.asked.push(request);
    local.answer(request, response);
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    local.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return local;
}
