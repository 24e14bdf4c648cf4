import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';
import { copyFilledData, untilJobsAreDone } from './filled-data.ts';

export interface Product {
  /** Where it answers, without a trailing slash. */
  url: string;
  /** The same, whatever APP_URL says. */
  local: string;
  pid: number;
  dataDir: string;
  /** What it printed so far. */
  output: () => string;
  /** From now on nobody reads what it prints, as when a terminal or a collector of logs goes. */
  closeOutput(): void;
  /** Asks it to end (SIGTERM unless told otherwise) and gives its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface ProductOptions {
  /** Kept after the stop when given; else an own folder, removed in the end. */
  dataDir?: string;
  env?: Record<string, string>;
  /** In a process group of its own, as a terminal gives one to each command; SIGINT then goes to the whole group. */
  ownGroup?: boolean;
}

/**
 * The built product, with the demo in a data folder of its own: started before the file's first test, stopped after its last.
 * The demo was filled once in the run (filled-data.ts); how it is filled is what tests/platform/start.test.ts looks at.
 */
export function useProduct(): Product {
  const product = {} as Product;
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'tertulia-product-')), 'data');
  beforeAll(async () => {
    await copyFilledData(inject('demoShelf'), folder, fillData);
    Object.assign(product, await startProduct({ dataDir: folder }));
  }, 3 * START_MS);
  afterAll(async () => {
    await product.stop?.();
    rmSync(path.dirname(folder), { recursive: true, force: true });
  });
  return product;
}

// a bound against hanging: a busy machine of two slow cores takes a minute and a half to fill the demo
const START_MS = 300_000;

/** Starts the product once on an empty folder, until its demo is filled and the files of its minutes are made. */
async function fillData(dataDir: string): Promise<void> {
  const product = await startProduct({ dataDir });
  try {
    await untilJobsAreDone(dataDir, START_MS);
  } finally {
    await product.stop();
  }
}

/** Starts the built product and waits until it says it is ready. Throws with its output when it ends before. */
export async function startProduct({ dataDir, env = {}, ownGroup = false }: ProductOptions = {}): Promise<Product> {
  if (!existsSync('build/server/index.js')) throw new Error('There is no build to test: run "npm run build" first ("npm test" does).');
  const folder = dataDir ?? mkdtempSync(path.join(tmpdir(), 'tertulia-product-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['server/start.mjs'], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', PORT: String(port), DATA_DIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: ownGroup,
  });
  const pid = child.pid ?? 0;
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  await untilReady(child, () => output);
  return {
    ...{ url: env.APP_URL ?? url, local: url, pid, dataDir: folder, output: () => output },
    closeOutput() {
      child.stdout.destroy();
      child.stderr.destroy();
    },
    async stop(signal = 'SIGTERM') {
      process.kill(ownGroup && signal === 'SIGINT' ? -pid : pid, signal);
      const code = await ended;
      if (!dataDir) rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}

async function untilReady(child: ChildProcess, output: () => string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const look = () => output().includes('Tertulia is ready') && resolve();
  const gone = () => reject(new Error(`The product ended before it was ready:\n${output()}`));
  const timer = setTimeout(() => {
    child.kill('SIGKILL');
    reject(new Error(`The product was not ready after ${START_MS} ms:\n${output()}`));
  }, START_MS);
  child.stdout?.on('data', look);
  child.once('close', gone);
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    child.stdout?.off('data', look);
    child.off('close', gone);
  }
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (!address || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
