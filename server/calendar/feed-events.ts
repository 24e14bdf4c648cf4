import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { CalendarMeeting, WithdrawnMeeting } from '#app/model/calendar.ts';
import { whenOf } from '#app/model/when.ts';
import { type CalendarEvent, type EventOptions, eventOf, timeOf, uidOf } from './event.ts';

/** Meetings turned at a time: some 5 ms, then others have their turn. */
const CHUNK = 100;

/** The entries of a feed: meetings in their order, then what was withdrawn. Lets other requests through while it turns many. */
export async function eventsOf(
  { meetings, withdrawn }: { meetings: readonly CalendarMeeting[]; withdrawn: readonly WithdrawnMeeting[] },
  options: EventOptions,
): Promise<CalendarEvent[]> {
  const events: (CalendarEvent | null)[] = [];
  for (const [index, meeting] of meetings.entries()) {
    if (index > 0 && index % CHUNK === 0) await new Promise((resume) => setImmediate(resume));
    events.push(eventOf(meeting, options));
  }
  for (const meeting of withdrawn) events.push(withdrawnEvent(meeting, options));
  return events.filter((event) => event !== null);
}

/** What subscribers are told of a meeting that is public no more: that it is off for them, and nothing of what it was. */
function withdrawnEvent(meeting: WithdrawnMeeting, { appUrl, locale }: EventOptions): CalendarEvent | null {
  const at = timeOf(whenOf(meeting.edtf), meeting.timeZone);
  if (!at) return null;
  return {
    uid: uidOf(meeting.id, appUrl),
    sequence: meeting.sequence,
    changedAt: meeting.changedAt,
    createdAt: meeting.createdAt,
    at,
    summary: m.feeds_withdrawn({}, { locale }),
    description: m.feeds_withdrawn_why({}, { locale }),
    location: '',
    url: `${appUrl}${localePath('/calendar', locale)}`,
    conference: null,
    categories: [],
    status: 'CANCELLED',
    busy: false,
    alarmMinutes: null,
  };
}
