import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { CalendarEvent } from '../event.ts';
import type { Feed } from '../read-feed.ts';
import { writeShortCalendar } from '../write-calendar.ts';
import { countTags, type DavEvent, pastOf, type State } from './history.ts';

/** A calendar at one moment. */
export interface DavCalendar extends State {
  href: string;
  name: string;
  description: string;
  /** About how much memory it takes, its past included. */
  octets: number;
  /** The iCalendar text of one of its entries. */
  write(event: CalendarEvent): string;
}

/** Raised with every change of what is written for the same entry. */
const FORMAT = 1;
/** Entries read at a time, then others have their turn. */
const CHUNK = 200;
/** What a calendar, an entry and a tag of the past take beside their texts, whose characters are counted twice. */
const OCTETS = { calendar: 2000, entry: 500, tag: 200 };

/** The calendar that a feed is, at the path `href`; `last` is how it was when it was read before. */
export async function readCalendar(feed: Feed, href: string, last: State | null): Promise<DavCalendar> {
  const events = new Map<string, DavEvent>();
  const state = createHash('sha256');
  let octets = OCTETS.calendar;
  for (const [index, event] of (await feed.events()).entries()) {
    if (index > 0 && index % CHUNK === 0) await setImmediate();
    const at = `${href}${event.uid.slice(0, event.uid.indexOf('@'))}.ics`;
    const text = JSON.stringify([FORMAT, process.versions.tz, feed.language, event]);
    const etag = `"${short(createHash('sha256').update(text))}"`;
    state.update(`${at}${etag}\n`);
    octets += OCTETS.entry + 2 * text.length;
    events.set(at, { href: at, etag, event });
  }
  const now = { syncToken: `urn:x-tertulia:sync:${short(state)}`, events };
  const past = last ? pastOf(now, last) : [];
  return {
    ...now,
    ...{ href, past, name: feed.name, description: feed.description, octets: octets + OCTETS.tag * countTags(past) },
    write: (event) => writeShortCalendar({ timeZone: feed.timeZone, language: feed.language, events: [event] }),
  };
}

function short(hash: ReturnType<typeof createHash>): string {
  return hash.digest('base64url').slice(0, 27);
}
