import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Load } from './load.ts';
import { type Remote, remote } from './remote.ts';
import type { Usage } from './servers/ready.ts';

export interface Running<T> {
  child: ChildProcess;
  calls: Remote<T>;
  /** What it said after READY: its address. */
  url: string;
  /** Resolves when it is gone. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Starts a script of this bench, and waits until it says READY. */
async function start<T>(script: string, options: unknown, execArgv: string[]): Promise<Running<T>> {
  const child = fork(path.join(import.meta.dirname, `${script}.js`), [JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    execArgv,
  });
  const gone = once(child, 'exit');
  if (!child.stdout) throw new Error('The process has no output.');
  const lines = createInterface({ input: child.stdout });
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  lines.on('line', (line) => line.startsWith('READY ') && resolve(line.slice('READY '.length)));
  child.once('exit', (code) => reject(new Error(`${script} ended (${code}) before it was ready.`)));
  const url = await promise;
  return {
    ...{ child, url, calls: remote<T>(child) },
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      await gone;
    },
  };
}

/** BENCH_PROFILE=<folder> writes a profile of each server there, for `node --cpu-prof`'s readers. */
export function startServer(kind: string, options: unknown): Promise<Running<Usage>> {
  const folder = process.env.BENCH_PROFILE;
  const profile = folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`, `--cpu-prof-name=${kind}-${Date.now()}.cpuprofile`] : [];
  return start(kind, options, ['--expose-gc', ...profile]);
}

export function startPeople(): Promise<Running<Load>> {
  return start('load-process', {}, ['--max-semi-space-size=64']);
}

/** Milliseconds of processor of the database and all its sessions, past ones too; NaN where there is no /proc. */
export function cpuOfDatabase(folder: string): number {
  if (!existsSync('/proc/self/stat')) return Number.NaN;
  const master = readFileSync(path.join(folder, 'pg18', 'postmaster.pid'), 'utf8').split('\n')[0];
  let ticks = 0;
  for (const entry of readdirSync('/proc')) {
    const fields = /^\d+$/.test(entry) ? statOf(entry) : null;
    if (!fields) continue;
    // proc(5), fields 4 and 14 to 17: parent; user, system, and the same of the children that ended
    if (entry === master) ticks += Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]);
    else if (fields[1] === master) ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks * 10;
}

function statOf(pid: string): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null; // it ended meanwhile
  }
}
