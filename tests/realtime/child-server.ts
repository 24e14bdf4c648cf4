import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach } from 'vitest';
import type { TestDatabase } from '#tests/support/database.ts';
import type { TestServices } from '#tests/support/services.ts';

export interface ChildServer {
  url: string;
  /** At once, as the kernel does when memory is short. */
  kill(): Promise<void>;
  /** Ends by itself, going on with its work until it has no memory left. */
  runOutOfMemory(): Promise<void>;
}

export interface ChildServerOptions {
  /** Most memory that it may take for what it keeps (V8's old space). */
  megabytes?: number;
}

/** Starts servers in processes of their own, which are ended after each test. */
export function useChildServers(
  database: TestDatabase,
  services: TestServices,
): { start: (options?: ChildServerOptions) => Promise<ChildServer> } {
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });
  return {
    async start({ megabytes } = {}) {
      const { env, clock } = services;
      const child = spawn(
        process.execPath,
        [
          ...(megabytes ? [`--max-old-space-size=${megabytes}`] : []),
          'tests/realtime/note-server.mjs',
          JSON.stringify({ address: database.address, env, now: clock.now().toString() }),
        ],
        // where memory runs out, Node says a lot
        { stdio: ['ignore', 'pipe', megabytes ? 'ignore' : 'inherit'] },
      );
      children.push(child);
      return {
        url: await urlOf(child),
        async kill() {
          child.kill('SIGKILL');
          await once(child, 'exit');
        },
        async runOutOfMemory() {
          const ended = once(child, 'exit');
          child.kill('SIGUSR2');
          await ended;
        },
      };
    },
  };
}

async function urlOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The server says nothing.');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('READY ')) return line.slice('READY '.length);
  }
  throw new Error('The server did not start.');
}
