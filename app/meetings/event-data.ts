import type { MeetingStatus } from '#app/model/meetings.ts';
import { whenOf } from '#app/model/when.ts';

interface Announced {
  title: string;
  summary: string;
  status: MeetingStatus;
  edtf: string;
  timeZone: string;
  /** The date that was announced before the last move; null: it never moved. */
  movedFromEdtf: string | null;
  movedFromZone: string | null;
  placeName: string;
  placeAddress: string;
  online: boolean;
  groupName: string;
}

/**
 * A meeting for search engines (schema.org/Event, JSON-LD): what its public page says, never who takes part.
 * Null for a draft, and while the day is not known: a date is never invented.
 */
export function eventData(meeting: Announced, url: string): Record<string, unknown> | null {
  const when = whenOf(meeting.edtf);
  const dates = datesOf(when, meeting.timeZone);
  if (!dates || meeting.status === 'draft') return null;
  const place = meeting.placeName
    ? [{ '@type': 'Place', name: meeting.placeName, address: meeting.placeAddress || meeting.placeName }]
    : [];
  // the link itself is for those invited: the page is where one learns how to take part
  const virtual = meeting.online ? [{ '@type': 'VirtualLocation', url }] : [];
  const before = meeting.movedFromEdtf && meeting.movedFromZone ? datesOf(whenOf(meeting.movedFromEdtf), meeting.movedFromZone) : null;
  const moved = before !== null && before.startDate !== dates.startDate;
  const status = meeting.status === 'cancelled' ? 'EventCancelled' : moved ? 'EventRescheduled' : 'EventScheduled';
  const mode = place.length > 0 && virtual.length > 0 ? 'Mixed' : virtual.length > 0 ? 'Online' : 'Offline';
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    ...{ name: meeting.title, url, ...dates, location: [...place, ...virtual] },
    ...(meeting.summary ? { description: meeting.summary } : {}),
    eventStatus: `https://schema.org/${status}`,
    ...(moved && { previousStartDate: before.startDate }),
    eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode`,
    organizer: { '@type': 'Organization', name: meeting.groupName },
  };
}

function datesOf(when: ReturnType<typeof whenOf>, zone: string): { startDate: string; endDate: string } | null {
  if (when.kind === 'day') return { startDate: when.day, endDate: when.day };
  if (when.kind === 'span') return { startDate: when.from, endDate: when.to };
  if (when.kind !== 'time') return null;
  return { startDate: withOffset(when.start, zone), endDate: withOffset(when.end, zone) };
}

/** '2022-06-20T16:30+02:00'. As in feeds: of an hour that comes twice the first, and one that a later law took away is moved by the gap. */
function withOffset(local: string, zone: string): string {
  const moment = Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' });
  return moment.toString({ smallestUnit: 'minute', timeZoneName: 'never' });
}
