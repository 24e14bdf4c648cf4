import type { CalendarEvent, EventTime } from './event.ts';

/**
 * The entries of a feed for programs (JSCalendar, RFC 8984): a Group of Events, local times with the name of their zone.
 * Chosen over JSON Feed because it is the standard for calendars in JSON: a news reader has the Atom feed.
 */
export function writeJsCalendar({ name, source, language, events }: JsCalendar): string {
  const group = {
    '@type': 'Group',
    uid: source,
    prodId: '-//Tertulia//Tertulia//JSCALENDAR',
    // of the last change: the same bytes while nothing changes
    updated: utc(events.reduce((last, { changedAt }) => (later(changedAt, last) ? changedAt : last), '1970-01-01T00:00:00Z')),
    title: name,
    locale: language,
    source,
    entries: events.map((event) => entryOf(event, language)),
  };
  return `${JSON.stringify(group, null, 1)}\n`;
}

export interface JsCalendar {
  name: string;
  /** The feed's own address. */
  source: string;
  language: string;
  events: readonly CalendarEvent[];
}

function entryOf(event: CalendarEvent, language: string) {
  const { location, conference, categories } = event;
  return {
    '@type': 'Event',
    uid: event.uid,
    sequence: event.sequence,
    created: utc(event.createdAt),
    updated: utc(event.changedAt),
    title: event.summary,
    description: event.description,
    ...timeOf(event.at),
    status: event.status.toLowerCase(),
    freeBusyStatus: event.busy ? 'busy' : 'free',
    locale: language,
    ...(location && { locations: { place: { '@type': 'Location', name: location } } }),
    ...(conference && { virtualLocations: { call: { '@type': 'VirtualLocation', uri: conference, features: { video: true } } } }),
    ...(categories.length > 0 && { keywords: Object.fromEntries(categories.map((name) => [name, true])) }),
    links: { page: { '@type': 'Link', href: event.url, rel: 'alternate', contentType: 'text/html' } },
  };
}

/** Local time and zone (4.7.1, 4.1.1); whole days start at midnight of no zone. */
function timeOf(at: EventTime) {
  if (at.kind === 'days') {
    const days = Temporal.PlainDate.from(at.from).until(at.to).days;
    return { start: `${at.from}T00:00:00`, timeZone: null, showWithoutTime: true, duration: `P${days}D` };
  }
  const zone = at.zone ?? 'Etc/UTC';
  const [start, end] = [Temporal.Instant.from(at.start), Temporal.Instant.from(at.end)];
  const local = start.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' });
  return { start: local, timeZone: zone, duration: start.until(end, { largestUnit: 'hours' }).toString() };
}

/** UTCDateTime (1.4.4): no fraction. */
function utc(instant: string): string {
  return Temporal.Instant.from(instant).toString({ smallestUnit: 'second' });
}

function later(one: string, other: string): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other)) > 0;
}
