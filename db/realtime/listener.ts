import pg from 'pg';
import type { DatabaseAddress } from '#db/client.ts';
import { CHANNEL } from './notices.ts';

export interface ListenerEvents {
  notice(text: string): void;
  /** From now on notices are heard; what was told before, since `lost` or ever, was not. */
  listening(): void;
  /** Notices are not heard any more; another connection is being opened. */
  lost(why: string): void;
}

export interface Listener {
  /** Resolves after the first attempt to listen, whether it succeeded or not. */
  tried: Promise<void>;
  /** Gives up the connection, which may be dead without saying so, and opens another. */
  renew(why: string): void;
  stop(): Promise<void>;
}

const RETRY_MS = [50, 100, 250, 500, 1000, 2000];
const CONNECT_MS = 5000;
const KEEPALIVE_MS = 10_000;

/**
 * Hears the notices of CHANNEL on a connection of its own, for as long as the process lives: whenever the connection is lost
 * it opens another. It has to be a direct one: behind a pooler that lends a connection for one transaction, LISTEN is in vain.
 */
export function openListener(address: DatabaseAddress, events: ListenerEvents): Listener {
  let client: pg.Client | null = null;
  let stopped = false;
  let failures = 0;
  let timer: NodeJS.Timeout | null = null;

  async function connect(): Promise<void> {
    const own = new pg.Client({
      ...{ ...address, application_name: 'tertulia-bus', keepAlive: true },
      ...{ keepAliveInitialDelayMillis: KEEPALIVE_MS, connectionTimeoutMillis: CONNECT_MS },
    });
    client = own;
    // what comes in one piece with the answer to LISTEN is heard after `listening`: whatever is missed is to be asked first
    let early: string[] | null = [];
    own.on('error', (error) => lose(own, error.message));
    own.on('end', () => lose(own, 'the server closed it'));
    own.on('notification', ({ payload }) => {
      if (early) early.push(payload ?? '');
      else if (client === own) events.notice(payload ?? '');
    });
    try {
      await own.connect();
      await own.query(`listen ${CHANNEL}`);
    } catch (error) {
      return lose(own, error instanceof Error ? error.message : String(error));
    }
    if (client !== own) return;
    failures = 0;
    events.listening();
    const heard = early;
    early = null;
    for (const text of heard) events.notice(text);
  }

  function lose(which: pg.Client, why: string): void {
    if (which !== client) return;
    client = null;
    // no goodbye: the other side may be gone
    which.end().catch(() => {});
    if (stopped) return;
    events.lost(why);
    const wait = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 0;
    failures += 1;
    // processes that lost theirs at the same moment do not all come back at the same moment
    timer = setTimeout(() => void connect(), wait * (0.5 + Math.random())).unref();
  }

  return {
    tried: connect(),
    renew(why) {
      if (client) lose(client, why);
    },
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      const own = client;
      client = null;
      await own?.end().catch(() => {});
    },
  };
}
