import type { Feed } from '../read-feed.ts';
import { type DavCalendar, readCalendar } from './read-calendar.ts';

interface Kept {
  revision: string;
  calendar: Promise<DavCalendar>;
  /** Of the calendar; while it is being read, of what it was before. */
  octets: number;
}

/** Some 40,000 entries: a network's two years, its groups', and a thousand people's own. */
const MOST_OCTETS = 128_000_000;

/**
 * Calendars as they were last read, with their past, within a bound for all of them together; those asked for least recently
 * go first. A token that is not known here (of another node, from before a restart, or gone with its calendar) is answered as
 * RFC 6578 asks, and the client lists the calendar anew: its entries' tags are the same everywhere, so it fetches only what
 * changed.
 */
export class Collections {
  readonly #kept = new Map<string, Kept>();
  readonly #mostOctets: number;

  constructor({ mostOctets = MOST_OCTETS } = {}) {
    this.#mostOctets = mostOctets;
  }

  /** About how much memory they take. */
  get octets(): number {
    return [...this.#kept.values()].reduce((sum, { octets }) => sum + octets, 0);
  }

  async open(feed: Feed, href: string): Promise<DavCalendar> {
    const known = this.#kept.get(feed.key);
    const kept = known?.revision === feed.revision ? known : this.#read(feed, href, known);
    this.#kept.delete(feed.key);
    this.#kept.set(feed.key, kept);
    return kept.calendar;
  }

  #read(feed: Feed, href: string, known: Kept | undefined): Kept {
    const last = known?.calendar.catch(() => null) ?? null;
    const calendar = (async () => readCalendar(feed, href, await last))();
    const kept: Kept = { revision: feed.revision, calendar, octets: known?.octets ?? 0 };
    calendar.then(
      ({ octets }) => {
        kept.octets = octets;
        this.#makeRoom();
      },
      () => this.#kept.get(feed.key) === kept && this.#kept.delete(feed.key),
    );
    return kept;
  }

  #makeRoom(): void {
    let octets = this.octets;
    for (const [key, oldest] of this.#kept) {
      if (octets <= this.#mostOctets) return;
      this.#kept.delete(key);
      octets -= oldest.octets;
    }
  }
}
