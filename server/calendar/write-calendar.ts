import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { CalendarEvent } from './event.ts';
import { finishCalendar, finishEvents } from './finish-calendar.ts';

// The only file that knows ical-generator. It writes the events, and is given nothing that it gets wrong: instants instead
// of dates, the zone with each event, days as text, no name, no links. The rest is finish-calendar.ts; why: README, Decisions.

export interface Calendar {
  /** Unset in feeds: METHOD:PUBLISH would ask for an organiser in every event (RFC 5546, 3.2.1). */
  method?: 'REQUEST' | 'CANCEL';
  name?: string;
  description?: string;
  /** Address that a subscriber fetches it from; never one with a secret. */
  source?: string;
  /** For a calendar without events, which must hold something all the same: its zone. */
  timeZone: string;
  language: 'fr' | 'en';
  events: readonly (CalendarEvent & { parties?: Parties })[];
}

/** Who invites whom: in mails to that one person, never in feeds. */
export interface Parties {
  organiser: { name: string; address: string };
  attendee: { name: string; address: string; status: 'NEEDS-ACTION' | 'ACCEPTED' | 'DECLINED'; reply: boolean };
}

/** Events written at a time: some 5 ms, then others have their turn. */
const CHUNK = 50;

/** An iCalendar object (RFC 5545): UTF-8, CRLF, folded at 75 octets. Lets other requests through while it writes long ones. */
export async function writeCalendar(calendar: Calendar): Promise<string> {
  let written = '';
  for (let from = 0; from < calendar.events.length; from += CHUNK) {
    if (from > 0) await new Promise((resume) => setImmediate(resume));
    written += writeEvents(calendar.events.slice(from, from + CHUNK));
  }
  return finishCalendar(calendar, written);
}

/** The same at once, for the one event of a mail. */
export function writeShortCalendar(calendar: Calendar): string {
  return finishCalendar(calendar, writeEvents(calendar.events));
}

function writeEvents(events: Calendar['events']): string {
  const calendar = ical({ prodId: { company: 'Tertulia', product: 'Tertulia' } });
  for (const event of events) calendar.createEvent(dataOf(event));
  return finishEvents(events, calendar.toString());
}

function dataOf(event: Calendar['events'][number]): ICalEventData {
  const { at, parties } = event;
  return {
    ...(at.kind === 'days'
      ? { start: at.from, end: at.to, allDay: true }
      : { start: Temporal.Instant.from(at.start), end: Temporal.Instant.from(at.end), timezone: at.zone }),
    id: event.uid,
    sequence: event.sequence,
    stamp: Temporal.Instant.from(event.changedAt),
    lastModified: Temporal.Instant.from(event.changedAt),
    created: Temporal.Instant.from(event.createdAt),
    summary: event.summary,
    description: event.description,
    location: event.location || null,
    categories: event.categories.map((name) => ({ name })),
    status: ICalEventStatus[event.status],
    transparency: event.busy ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    ...(parties && { organizer: { name: parties.organiser.name, email: parties.organiser.address }, attendees: [attendeeOf(parties)] }),
  };
}

function attendeeOf({ attendee }: Parties) {
  return {
    name: attendee.name,
    email: attendee.address,
    type: ICalAttendeeType.INDIVIDUAL,
    role: ICalAttendeeRole.REQ,
    status: attendee.status === 'NEEDS-ACTION' ? ICalAttendeeStatus.NEEDSACTION : ICalAttendeeStatus[attendee.status],
    rsvp: attendee.reply,
  };
}
