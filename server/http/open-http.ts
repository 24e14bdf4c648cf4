import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { Env } from '#server/env.ts';

export interface Http {
  /** For the sockets, which share the port. */
  server: Server;
  /** From now on requests are answered by this. */
  answerWith(listener: RequestListener): void;
  /** Takes no new connection, lets running answers end for a moment, then cuts. */
  stop(): Promise<void>;
}

const GRACE_MS = 3000;

/** Opens the port, so that a port in use is told before anything else starts; answers 503 until there is something to answer with. */
export async function openHttp({ port, host }: Pick<Env, 'port' | 'host'>): Promise<Http> {
  let answer: RequestListener = (_request, response) => {
    response.writeHead(503, { 'Retry-After': '2', 'Content-Type': 'text/plain; charset=utf-8' }).end('Tertulia is starting.');
  };
  const server = createServer({ headersTimeout: 15_000, requestTimeout: 60_000 }, (request, response) => answer(request, response));
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw explain(cause, port, host);
  }
  return {
    server,
    answerWith(listener) {
      answer = listener;
    },
    async stop() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
      await closed;
      clearTimeout(cut);
    },
  };
}

/** What to do about a port that cannot be opened. */
function explain(cause: unknown, port: number, host: string): Error {
  switch ((cause as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new StartError(`Port ${port} is in use: stop the other program, or set another PORT.`, { cause });
    case 'EACCES':
      return new StartError(`Port ${port} may not be opened by this user: set a PORT above 1023.`, { cause });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(`HOST ${host} is no address of this machine: set 127.0.0.1, or 0.0.0.0 for all of them.`, { cause });
    default:
      return cause as Error;
  }
}

/** Something the operator has to mend; told without a stack. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
