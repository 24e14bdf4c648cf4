import { type CalendarReport, OUTSIDE_CALENDAR_LIMITS } from '#app/model/outside-calendars.ts';
import { formatEdtf } from '#app/model/when.ts';
import { decodeText } from './decode-text.ts';
import { gatherOccurrences, type Occurrence } from './gather-occurrences.ts';
import { findProperty, readProperties } from './properties.ts';
import { readEvent } from './source-events.ts';
import { splitComponents } from './split-components.ts';
import { sourceZones, zoneNamed } from './zones.ts';

/** One date of a calendar's event, ready to be kept. */
export interface ReadEvent {
  uid: string;
  /** Of a series: which of its dates; '' otherwise. */
  recurrenceId: string;
  /** '' when the source gives none. */
  title: string;
  edtf: string;
  timeZone: string;
  place: string;
  url: string;
  note: string;
}

export interface ReadingOrder {
  /** ISO instant. */
  now: string;
  /** Of the group, for times that say none (IANA). */
  timeZone: string;
}

export type ReadCalendar = { ok: true; events: ReadEvent[]; report: CalendarReport } | { ok: false; fault: 'not_a_calendar' };

const MOST_EVENTS = 20_000;

/** Reads an iCalendar file (RFC 5545) as it really comes, within a window around now. Never throws for what is in it. */
export function readCalendar(bytes: Uint8Array, { now, timeZone }: ReadingOrder): ReadCalendar {
  const split = splitComponents(decodeText(bytes), MOST_EVENTS);
  if (!split) return { ok: false, fault: 'not_a_calendar' };
  const today = Temporal.Instant.from(now).toZonedDateTimeISO('UTC').toPlainDate();
  const { monthsBack, monthsAhead, dates } = OUTSIDE_CALENDAR_LIMITS;
  const window = { from: today.subtract({ months: monthsBack }), to: today.add({ months: monthsAhead }) };
  const own = zoneNamed(findProperty(readProperties(split), 'X-WR-TIMEZONE')?.values[0] ?? '') ?? timeZone;
  const zones = sourceZones(split.zones, own, window);
  const gathered = gatherOccurrences(
    split.events.map((component) => readEvent(component, zones)),
    { window, own },
  );
  const { setAside } = gathered;
  const beyond = gathered.found.length - dates;
  const tooMany = (setAside.too_many ?? 0) + split.more + Math.max(0, beyond);
  const shown = gathered.found.sort(byStart).slice(0, dates);
  return {
    ok: true,
    events: shown.map(readOut),
    report: {
      readAt: now,
      ...{ read: split.events.length + split.more, shown: shown.length, elsewhere: gathered.elsewhere, cancelled: gathered.cancelled },
      setAside: tooMany > 0 ? { ...setAside, too_many: tooMany } : setAside,
      examples: gathered.examples,
      unknownZones: [...zones.unknown].slice(0, 3).map((name) => name.slice(0, 80)),
    },
  };
}

const byStart = (one: Occurrence, other: Occurrence) =>
  one.dated.bounds.from < other.dated.bounds.from ? -1 : one.dated.bounds.from > other.dated.bounds.from ? 1 : 0;

function readOut({ event, recurrenceId, dated }: Occurrence): ReadEvent {
  const { title, place, url, note } = event.texts();
  return {
    ...{ uid: event.uid, recurrenceId, title, edtf: formatEdtf(dated.when), timeZone: dated.timeZone, place, url },
    note: [dated.hour ?? '', note].filter(Boolean).join('\n'),
  };
}
