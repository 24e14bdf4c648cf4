import type { Kind } from './page.ts';
import { type Running, startServer } from './processes.ts';
import type { Usage } from './servers/ready.ts';
import type { World } from './world.ts';

/** A server as it is measured: its own defaults, or a variant that is named. */
export interface Target {
  kind: Kind;
  name: string;
  /** 'limit': no product, but what a relay costs at the least. */
  role: 'ours' | 'peer' | 'limit';
  /** Milliseconds for which it gathers what it sends, where that is not its default. */
  window?: number;
}

export const OURS: Target = { kind: 'tertulia', name: 'Tertulia (kept before it is told)', role: 'ours' };
export const HOCUSPOCUS: Target = { kind: 'hocuspocus', name: 'Hocuspocus 4.7, PostgreSQL', role: 'peer' };
export const Y_WEBSOCKET: Target = { kind: 'y-websocket', name: '@y/websocket-server, LevelDB', role: 'peer' };
export const RAW: Target = { kind: 'raw', name: 'raw ws, every key at once', role: 'limit' };

/** Hocuspocus with its flush delay, which lets it send less often; the relay likewise. */
export const waiting = (target: Target, window: number): Target => ({ ...target, window, name: `${target.name}, ${window} ms` });
export const gatheringRelay = (window: number): Target => ({ ...RAW, window, name: `raw ws, gathered for ${window} ms: the limit` });

/**
 * Those that this machine can run; says which it cannot, and why. BENCH_SERVERS=tertulia,raw takes some only: what one
 * wants while looking for what costs, never for a table.
 */
export async function measurable(targets: readonly Target[]): Promise<Target[]> {
  const wanted = process.env.BENCH_SERVERS?.split(',');
  const fault = await import('y-leveldb').then(
    () => null,
    (error: unknown) => String(error),
  );
  if (fault) console.log(`\n@y/websocket-server is not measured, since its store does not load here: ${fault}`);
  return targets.filter(({ kind }) => (!wanted || wanted.includes(kind)) && !(fault && kind === 'y-websocket'));
}

export interface Serving extends Running<Usage> {
  target: Target;
}

/** Starts one server. `folder`: of y-websocket's store, when it holds something already. */
export async function serve(world: World, target: Target, folder = world.newFolder()): Promise<Serving> {
  const running = await startServer(target.kind, optionsOf(world, target, folder));
  return { ...running, target };
}

function optionsOf({ settings }: World, { kind, window }: Target, folder: string): object {
  switch (kind) {
    case 'tertulia':
      return settings;
    case 'hocuspocus':
      return { address: settings.address, flushDelay: window };
    case 'y-websocket':
      return { folder };
    case 'raw':
      return { window };
  }
}
