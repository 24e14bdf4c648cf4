import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findBinaries } from './binaries.ts';

export interface EmbeddedPostgres {
  /** Folder of the unix socket: pass it to `pg` as `host`. */
  host: string;
  user: 'postgres';
  /** Lets sessions say goodbye for a moment, then ends them; writes a checkpoint, leaves no process behind. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;
const GOODBYE_MS = 1500;

/**
 * Starts a PostgreSQL 18 of our own in `dataDir` (made on first use), reachable through a private unix socket only.
 * It ends with this process, even after SIGKILL. Throws when the folder is in use by another server.
 */
export async function startPostgres(dataDir: string): Promise<EmbeddedPostgres> {
  const root = path.resolve(dataDir);
  const data = path.join(root, 'pg18');
  const native = findBinaries();
  const prefix = runAs();
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const launch = (binary: string, args: string[]): ChildProcess => {
    const [command = '', ...rest] = [...prefix, path.join(native, 'bin', binary), ...args];
    // a group of its own: Ctrl+C in a terminal reaches a whole group, and would end the database before what is to be saved
    return spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C' }, detached: true });
  };
  if (!existsSync(path.join(data, 'PG_VERSION'))) await createCluster(data, launch);
  await waitForFormerServer(data);

  const socket = mkdtempSync(path.join(tmpdir(), 'tertulia-'));
  const server = launch('postgres', [
    ...['-D', data, '-k', socket, '-c', 'listen_addresses=', '-c', 'shared_buffers=64MB', '-c', 'max_connections=100'],
  ]);
  await untilReady(server);
  return {
    host: socket,
    user: 'postgres',
    async stop() {
      const closed = server.exitCode === null ? once(server, 'close') : undefined;
      // smart shutdown (SIGTERM) waits for sessions to end, fast shutdown (SIGINT) ends them
      server.kill('SIGTERM');
      const hurry = setTimeout(() => server.kill('SIGINT'), GOODBYE_MS);
      await closed;
      clearTimeout(hurry);
      rmSync(socket, { recursive: true, force: true });
    },
  };
}

/** Makes the cluster beside its final place and renames it, so that a broken start is never taken for a database. */
async function createCluster(data: string, launch: (binary: string, args: string[]) => ChildProcess): Promise<void> {
  rmSync(`${data}.new`, { recursive: true, force: true });
  const initdb = launch('initdb', [
    ...['-D', `${data}.new`, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-instructions'],
    ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  ]);
  let output = '';
  initdb.stdout?.on('data', (chunk) => (output += chunk));
  initdb.stderr?.on('data', (chunk) => (output += chunk));
  const [code] = await once(initdb, 'close');
  if (code !== 0) throw new Error(`The embedded database could not be created in ${data}:\n${output}`);
  renameSync(`${data}.new`, data);
}

/** After a kill the former server takes a moment to leave, longer where process 1 is slow to reap it (state Z). */
async function waitForFormerServer(data: string): Promise<void> {
  const lock = path.join(data, 'postmaster.pid');
  for (let attempt = 0; existsSync(lock); attempt++) {
    const pid = readFileSync(lock, 'utf8').split('\n')[0];
    const state = processState(pid);
    if (state === undefined || state === 'Z') return;
    if (attempt === 50) throw new Error(`The data folder ${data} is in use by process ${pid}: stop it, or set another DATA_DIR.`);
    await delay(100);
  }
}

function processState(pid: string | undefined): string | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0];
  } catch {
    return undefined; // no such process: the lock is stale, and postgres itself clears it
  }
}

async function untilReady(server: ChildProcess): Promise<void> {
  let log = '';
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(() => reject(new Error(`The embedded database did not start in time:\n${log}`)), START_TIMEOUT_MS);
  const onExit = (code: number | null) => reject(new Error(`The embedded database stopped (${code}):\n${log}`));
  server.once('close', onExit);
  server.once('error', reject);
  server.stderr?.on('data', (chunk) => {
    if (log.length < 100_000) log += chunk;
    if (log.includes('ready to accept connections')) resolve();
  });
  server.stdout?.resume();
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    server.off('close', onExit);
  }
}

/**
 * PostgreSQL refuses to run as root. A user namespace gives it another user without touching any file's owner;
 * pdeathsig ends it cleanly should this process be killed.
 */
function runAs(): string[] {
  if (process.platform !== 'linux') return [];
  const prefix: string[] = [];
  if (process.getuid?.() === 0) {
    const namespace = ['unshare', '--user', '--map-user=65534', '--map-group=65534'];
    if (spawnSync('unshare', [...namespace.slice(1), 'true']).status !== 0)
      throw new Error('The embedded database cannot run as root here (no user namespaces): start as another user, or set DATABASE_URL.');
    prefix.push(...namespace);
  }
  if (spawnSync('setpriv', ['--version']).status === 0) prefix.push('setpriv', '--pdeathsig', 'INT');
  return prefix;
}
