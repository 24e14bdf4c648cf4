import { createHash } from 'node:crypto';
import type { CalendarEvent } from '../event.ts';
import type { Feed } from '../read-feed.ts';
import { writeShortCalendar } from '../write-calendar.ts';

/** One entry as a resource. */
export interface DavEvent {
  /** Path under which it is read. */
  href: string;
  /** With its quotes. */
  etag: string;
  event: CalendarEvent;
}

/** A calendar at one moment. */
export interface DavCalendar {
  href: string;
  name: string;
  description: string;
  /** A URI (RFC 6578, 3): the same for the same entries, on every node. */
  syncToken: string;
  events: ReadonlyMap<string, DavEvent>;
  /** The iCalendar text of one of its entries. */
  write(event: CalendarEvent): string;
}

type Tags = ReadonlyMap<string, string>;

interface Kept {
  revision: string;
  calendar: Promise<DavCalendar>;
  /** What earlier tokens stood for, newest last. */
  states: Map<string, Tags>;
}

const MOST_CALENDARS = 100;
const MOST_STATES = 8;
/** Raised with every change of what is written for the same entry. */
const FORMAT = 1;

/**
 * Calendars as they were last read, and what was in them at the last tokens given out. A token that is not known here (of
 * another node, or from before a restart) is answered as RFC 6578 asks, and the client lists the calendar anew: its entries'
 * tags are the same everywhere, so it fetches only what changed.
 */
export class Collections {
  readonly #kept = new Map<string, Kept>();

  async open(feed: Feed, href: string): Promise<DavCalendar> {
    const known = this.#kept.get(feed.key);
    const kept =
      known?.revision === feed.revision
        ? known
        : { revision: feed.revision, calendar: readCalendar(feed, href), states: known?.states ?? new Map() };
    this.#kept.delete(feed.key);
    this.#kept.set(feed.key, kept);
    kept.calendar.catch(() => this.#kept.get(feed.key) === kept && this.#kept.delete(feed.key));
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_CALENDARS) break;
      this.#kept.delete(oldest);
    }
    const calendar = await kept.calendar;
    remember(kept.states, calendar);
    return calendar;
  }

  /** What changed and what went since a token was given; null: it is not known. */
  since(feed: Feed, calendar: DavCalendar, token: string): { changed: DavEvent[]; gone: string[] } | null {
    const before = this.#kept.get(feed.key)?.states.get(token);
    if (!before) return null;
    const changed = [...calendar.events.values()].filter(({ href, etag }) => before.get(href) !== etag);
    return { changed, gone: [...before.keys()].filter((href) => !calendar.events.has(href)) };
  }
}

function remember(states: Map<string, Tags>, { syncToken, events }: DavCalendar): void {
  const tags = states.get(syncToken) ?? new Map([...events.values()].map(({ href, etag }) => [href, etag]));
  states.delete(syncToken);
  states.set(syncToken, tags);
  for (const oldest of states.keys()) {
    if (states.size <= MOST_STATES) return;
    states.delete(oldest);
  }
}

async function readCalendar(feed: Feed, href: string): Promise<DavCalendar> {
  const entries = await feed.events();
  const events = entries.map((event): DavEvent => {
    const name = `${event.uid.slice(0, event.uid.indexOf('@'))}.ics`;
    return { href: href + name, event, etag: `"${hash(JSON.stringify([FORMAT, process.versions.tz, feed.language, event]))}"` };
  });
  const state = hash(events.map(({ href: at, etag }) => at + etag).join('\n'));
  return {
    ...{ href, name: feed.name, description: feed.description, syncToken: `urn:x-tertulia:sync:${state}` },
    events: new Map(events.map((event) => [event.href, event])),
    write: (event) => writeShortCalendar({ timeZone: feed.timeZone, language: feed.language, events: [event] }),
  };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 27);
}
