import type { Locale } from '#app/locale.ts';
import type { Answer } from '#app/model/attendance.ts';
import type { CalendarMeeting } from '#app/model/calendar.ts';
import { cleanLine } from '#app/model/text.ts';
import { parseUuid } from '#app/model/uuid.ts';
import { eventOf } from './event.ts';
import { type Parties, writeShortCalendar } from './write-calendar.ts';

export interface Invitation {
  /** CANCEL: the meeting is off, or this person is no longer invited. */
  method: 'REQUEST' | 'CANCEL';
  meeting: CalendarMeeting;
  /** The one reader of the mail: the address must be its To (RFC 5546; others would be shown to them). */
  attendee: { name: string; address: string; answer: Answer };
  /** The group, under the address in the mail's From: Outlook refuses anything else. */
  organiser: { name: string; address: string };
  appUrl: string;
  locale: Locale;
}

/** Which meeting of ours an entry is about (see `uidOf`); null: none. */
export function meetingIdOf(uid: string, appUrl: string): string | null {
  const [, id = '', host] = /^meeting-([0-9a-f-]{36})@([^@\s]+)$/i.exec(uid.trim()) ?? [];
  return host?.toLowerCase() === new URL(appUrl).hostname ? parseUuid(id.toLowerCase()) : null;
}

const STATUS = {
  none: 'NEEDS-ACTION',
  in_person: 'ACCEPTED',
  remote: 'ACCEPTED',
  declined: 'DECLINED',
  // RFC 5545's DELEGATED would name the other by an address, which we do not have
  represented: 'DECLINED',
} as const satisfies Record<Answer, Parties['attendee']['status']>;

/**
 * The calendar part of an invitation, a change or a cancellation (iTIP, RFC 5546), with the UID, SEQUENCE and times of the
 * feeds. Null when there is nothing that a calendar can hold yet: a month, a year, no date.
 */
export function invitationCalendar({ method, meeting, attendee, organiser, appUrl, locale }: Invitation): string | null {
  const status = method === 'CANCEL' ? 'cancelled' : meeting.status;
  const event = eventOf({ ...meeting, status }, { appUrl, locale });
  if (!event) return null;
  const parties: Parties = {
    organiser: { name: cleanLine(organiser.name), address: organiser.address },
    attendee: {
      name: cleanLine(attendee.name) || attendee.address,
      address: attendee.address,
      status: STATUS[attendee.answer],
      reply: method === 'REQUEST',
    },
  };
  return writeShortCalendar({ method, timeZone: meeting.timeZone, language: locale, events: [{ ...event, parties }] });
}
