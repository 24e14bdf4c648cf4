import type { Database } from '#db/client.ts';
import { commitsOf } from '#db/transaction.ts';
import type { Clock } from '#server/services.ts';
import type { Feed } from './read-feed.ts';

/** Milliseconds for which a feed is answered without asking the database whether it still holds. */
export const FRESH_MS = 1000;
/** Feeds remembered at once; those asked for least recently go first. */
const MOST = 2000;

interface Known {
  feed: Promise<Feed | null>;
  /** By `ticks`, before the database was asked. */
  at: number;
  commits: number;
  day: number;
}

/**
 * What public feeds were a moment ago. A thousand calendars that ask within the same second cost one question to the
 * database; what changes on another node shows after FRESH_MS at the latest, whatever becomes of any connection, and
 * what this process changed shows at once: after each transaction of its own it asks anew. LISTEN was weighed: it would
 * need triggers on eight tables and a proof that the connection is alive, to save the one question a second.
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

  /** The feed of this name, as `read` found it at most FRESH_MS ago. Those who ask at once wait for one reading. */
  find(name: string, read: () => Promise<Feed | null>): Promise<Feed | null> {
    const known = this.#known.get(name);
    const now = { at: this.#ticks(), commits: commitsOf(this.#db), day: Math.floor(this.#clock.now().epochMilliseconds / 86_400_000) };
    if (known && now.at - known.at < this.#freshMs && known.commits === now.commits && known.day === now.day) return known.feed;
    const entry: Known = { feed: read(), ...now };
    this.#known.delete(name);
    this.#known.set(name, entry);
    this.#makeRoom();
    // neither a fault nor a name that nobody has is worth remembering
    const forget = () => this.#known.get(name) === entry && this.#known.delete(name);
    entry.feed.then((feed) => feed ?? forget(), forget);
    return entry.feed;
  }

  #makeRoom(): void {
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= MOST) return;
      this.#known.delete(oldest);
    }
  }
}
