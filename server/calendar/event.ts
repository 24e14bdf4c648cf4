import { type Locale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { CalendarMeeting } from '#app/model/calendar.ts';
import { cleanLine, cleanText } from '#app/model/text.ts';
import { comesTwice, type When, whenOf } from '#app/model/when.ts';

/** One VEVENT (RFC 5545, 3.6.1), before it is written. Texts are clean, addresses absolute. */
export interface CalendarEvent {
  uid: string;
  sequence: number;
  /** Instants, ISO 8601. DTSTAMP and LAST-MODIFIED are one: a feed says when its content changed, not when it was asked for. */
  changedAt: string;
  createdAt: string;
  at: EventTime;
  summary: string;
  description: string;
  location: string;
  url: string;
  /** Link of the video conference; null: none, or not for this reader. */
  conference: string | null;
  categories: string[];
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  /** False: does not make its reader busy. */
  busy: boolean;
  /** Minutes before its start at which calendars ring; null: they do not, as in every public feed. */
  alarmMinutes: number | null;
}

/** Instants, shown on the clocks of `zone` (null: as UTC); or whole days, the last one exclusive. */
export type EventTime = { kind: 'hours'; start: string; end: string; zone: string | null } | { kind: 'days'; from: string; to: string };

export interface EventOptions {
  appUrl: string;
  locale: Locale;
  alarmMinutes?: number | null;
}

/**
 * A meeting as a calendar entry. Null when it is only known to the month, the year or not at all: an entry would have to
 * invent a day, and one that says so in words still rings on the wrong one. Such meetings stand on the calendar page.
 */
export function eventOf(meeting: CalendarMeeting, { appUrl, locale, alarmMinutes = null }: EventOptions): CalendarEvent | null {
  const when = whenOf(meeting.edtf);
  const at = timeOf(when, meeting.timeZone);
  if (!at) return null;
  const cancelled = meeting.status === 'cancelled';
  const absent = meeting.answer === 'declined' || meeting.answer === 'represented';
  return {
    uid: uidOf(meeting.id, appUrl),
    sequence: meeting.sequence,
    changedAt: meeting.changedAt,
    createdAt: meeting.createdAt,
    at,
    summary: summaryOf(meeting, when, locale),
    description: descriptionOf(meeting, appUrl, locale),
    location: locationOf(meeting, locale),
    url: `${appUrl}${localePath(`/meetings/${meeting.slug}`, locale)}`,
    conference: meeting.onlineUrl || null,
    categories: meeting.themes.map(cleanLine),
    status: cancelled ? 'CANCELLED' : when.toConfirm ? 'TENTATIVE' : 'CONFIRMED',
    // a whole day is a date to know, not a day on which nobody can be reached
    busy: !cancelled && !absent && at.kind === 'hours',
    alarmMinutes: !cancelled && !absent && at.kind === 'hours' ? alarmMinutes : null,
  };
}

/** The same for ever, in feeds and in mails: calendars know a meeting by it. */
export function uidOf(meetingId: string, appUrl: string): string {
  return `meeting-${meetingId}@${new URL(appUrl).hostname}`;
}

/** Null: known to the month, the year or not at all. */
export function timeOf(when: When, zone: string): EventTime | null {
  if (when.kind === 'day') return { kind: 'days', from: when.day, to: dayAfter(when.day) };
  if (when.kind === 'span') return { kind: 'days', from: when.from, to: dayAfter(when.to) };
  if (when.kind !== 'time') return null;
  // In the hour that comes twice a local time does not tell which of the two is meant; UTC does.
  const twice = comesTwice(when.start, zone) || comesTwice(when.end, zone);
  return { kind: 'hours', start: instantOf(when.start, zone), end: instantOf(when.end, zone), zone: twice || zone === 'UTC' ? null : zone };
}

/**
 * Of an hour that comes twice, the first; one that does not exist is moved by the gap. Nobody can plan such an hour, but a
 * new law can move clocks over one that was planned, and that must not take the whole feed down.
 */
function instantOf(local: string, zone: string): string {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant().toString();
}

function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

/** The word in the title is what counts: Outlook shows a cancelled entry of a feed like any other. */
function summaryOf({ title, status }: CalendarMeeting, when: When, locale: Locale): string {
  const clean = cleanLine(title);
  if (status === 'cancelled') return m.calendar_event_cancelled({ title: clean }, { locale });
  return when.toConfirm ? m.calendar_event_to_confirm({ title: clean }, { locale }) : clean;
}

/** Plain text that says all: many calendars show neither URL nor CONFERENCE. */
function descriptionOf(meeting: CalendarMeeting, appUrl: string, locale: Locale): string {
  const { slug, onlineUrl } = meeting;
  const page = `${appUrl}${localePath(`/meetings/${slug}`, locale)}`;
  const reason = cleanText(meeting.cancelReason);
  const access = cleanText(meeting.placeAccess);
  const paragraphs = [
    meeting.status === 'cancelled' && reason && m.calendar_event_reason({ reason }, { locale }),
    cleanText(meeting.summary),
    access && m.calendar_event_access({ access }, { locale }),
    onlineUrl && m.calendar_event_join({ url: onlineUrl }, { locale }),
    meeting.hasMinutes && m.calendar_event_minutes({ url: `${appUrl}${localePath(`/minutes/${slug}`, locale)}` }, { locale }),
    m.calendar_event_page({ url: page }, { locale }),
  ];
  return paragraphs.filter(Boolean).join('\n\n');
}

function locationOf({ placeName, placeAddress, online, onlineUrl }: CalendarMeeting, locale: Locale): string {
  const place = [placeName, placeAddress].map(cleanLine).filter(Boolean).join(', ');
  return place || onlineUrl || (online ? m.calendar_event_online({}, { locale }) : '');
}
