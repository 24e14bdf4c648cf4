import type { Database } from '#db/client.ts';
import { snapshotOf } from '#db/snapshot.ts';
import { commitsOf } from '#db/transaction.ts';
import type { Clock } from '#server/services.ts';
import type { Feed } from './read-feed.ts';

/** Milliseconds for which a feed is answered without asking the database anything. */
export const FRESH_MS = 1000;
/** Feeds remembered at once; those asked for least recently go first. */
const MOST = 2000;

interface Known {
  found: Promise<Found>;
  /** By `ticks`, before the database was asked. */
  at: number;
  commits: number;
  day: number;
}

interface Found {
  feed: Feed | null;
  /** What was visible before it was read. */
  snapshot: string;
}

/**
 * What public feeds were a moment ago. A thousand calendars that ask within the same second cost one question to the
 * database; after that second it is asked first whether anything at all was written since, and only then whether it
 * concerns the feed. What changes on another node shows after FRESH_MS at the latest, whatever becomes of any connection;
 * what this process changed shows at once, since each transaction of its own ends the belief. LISTEN was weighed: it needs
 * triggers on ten tables and a proof that its connection is alive, to save a tenth of a millisecond a second.
 */
export class FeedMemory {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #freshMs: number;
  readonly #ticks: () => number;
  readonly #known = new Map<string, Known>();

  constructor(
    { db, clock }: { db: Database; clock: Clock },
    { freshMs = FRESH_MS, ticks = () => performance.now() }: { freshMs?: number | undefined; ticks?: () => number } = {},
  ) {
    this.#db = db;
    this.#clock = clock;
    this.#freshMs = freshMs;
    this.#ticks = ticks;
  }

  /** The feed of this name, as `read` found it or would find it at most FRESH_MS ago. Those who ask at once wait for one reading. */
  async find(name: string, read: () => Promise<Feed | null>): Promise<Feed | null> {
    const known = this.#known.get(name);
    const now = { at: this.#ticks(), commits: commitsOf(this.#db), day: Math.floor(this.#clock.now().epochMilliseconds / 86_400_000) };
    if (known && now.at - known.at < this.#freshMs && known.commits === now.commits && known.day === now.day)
      return (await known.found).feed;
    const entry: Known = { found: this.#ask(known?.day === now.day ? known.found : null, read), ...now };
    this.#known.delete(name);
    this.#known.set(name, entry);
    this.#makeRoom();
    // neither a fault nor a name that nobody has is worth remembering
    const forget = () => this.#known.get(name) === entry && this.#known.delete(name);
    entry.found.then(({ feed }) => feed ?? forget(), forget);
    return (await entry.found).feed;
  }

  async #ask(before: Promise<Found> | null, read: () => Promise<Feed | null>): Promise<Found> {
    const snapshot = await snapshotOf(this.#db);
    const last = await before?.catch(() => null);
    if (last?.snapshot === snapshot) return last;
    return { feed: await read(), snapshot };
  }

  #makeRoom(): void {
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= MOST) return;
      this.#known.delete(oldest);
    }
  }
}
