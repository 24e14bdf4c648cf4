import type { MeetingStatus } from '#app/model/meetings.ts';
import { boundsOf, whenOf } from '#app/model/when.ts';

interface Announced {
  title: string;
  summary: string;
  status: MeetingStatus;
  edtf: string;
  timeZone: string;
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
  const mode = place.length > 0 && virtual.length > 0 ? 'Mixed' : virtual.length > 0 ? 'Online' : 'Offline';
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    ...{ name: meeting.title, url, ...dates, location: [...place, ...virtual] },
    ...(meeting.summary ? { description: meeting.summary } : {}),
    eventStatus: `https://schema.org/${meeting.status === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode`,
    organizer: { '@type': 'Organization', name: meeting.groupName },
  };
}

function datesOf(when: ReturnType<typeof whenOf>, zone: string): { startDate: string; endDate: string } | null {
  if (when.kind === 'day') return { startDate: when.day, endDate: when.day };
  if (when.kind === 'span') return { startDate: when.from, endDate: when.to };
  const bounds = when.kind === 'time' ? boundsOf(when, zone) : null;
  if (!bounds) return null;
  const offset = (instant: string) => Temporal.Instant.from(instant).toString({ timeZone: zone, smallestUnit: 'minute' });
  return { startDate: offset(bounds.from), endDate: offset(bounds.to) };
}
