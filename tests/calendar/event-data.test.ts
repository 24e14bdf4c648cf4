import { expect, test } from 'vitest';
import { eventData } from '#app/meetings/event-data.ts';
import type { CalendarMeeting } from '#app/model/calendar.ts';
import { eventOf } from '#server/calendar/event.ts';
import { writeShortCalendar } from '#server/calendar/write-calendar.ts';
import { APP_URL, calendarMeeting } from './meetings.ts';
import { readBoth } from './two-readers.ts';

type Given = Partial<CalendarMeeting> & { movedFromEdtf?: string; movedFromZone?: string };

/** What a page tells search engines, and what the feed tells calendars, of one meeting. */
function both({ movedFromEdtf, movedFromZone, ...given }: Given = {}) {
  const meeting = calendarMeeting(given);
  const url = `${APP_URL}/meetings/${meeting.slug}`;
  const moved = { movedFromEdtf: movedFromEdtf ?? null, movedFromZone: movedFromZone ?? null };
  const data = eventData({ ...meeting, ...moved, groupName: 'DALC' }, url);
  const event = eventOf(meeting, { appUrl: APP_URL, locale: 'fr' });
  const feed = event && [...readBoth(writeShortCalendar({ timeZone: 'Europe/Paris', language: 'fr', events: [event] })).values()][0];
  return { data, event, feed };
}

const HOURS: [what: string, given: Given, startDate: string][] = [
  ['in Paris in summer', {}, '2022-06-20T16:30+02:00'],
  ['in Bogotá', { timeZone: 'America/Bogota' }, '2022-06-20T16:30-05:00'],
  ['in Cayenne over midnight UTC', { timeZone: 'America/Cayenne', edtf: '2022-12-31T22:00/2023-01-01T01:00' }, '2022-12-31T22:00-03:00'],
  ['over the change of clocks', { edtf: '2022-03-26T22:00/2022-03-27T05:00' }, '2022-03-26T22:00+01:00'],
  ['in the hour that comes twice', { edtf: '2022-10-30T02:15/2022-10-30T02:45' }, '2022-10-30T02:15+02:00'],
  ['in an hour that does not exist', { edtf: '2022-03-27T02:30/2022-03-27T04:00' }, '2022-03-27T03:30+02:00'],
];

test.each(HOURS)('a meeting %s is the same moment for search engines and for calendars', (_what, given, startDate) => {
  const { data, feed } = both(given);
  expect(data).toMatchObject({ startDate });
  const instant = (text: unknown) => Temporal.Instant.from(String(text)).toString();
  expect([instant(data?.startDate), instant(data?.endDate)]).toEqual([feed?.start, feed?.end].map(instant));
  expect(data).toMatchObject({ name: feed?.summary, eventStatus: 'https://schema.org/EventScheduled' });
});

test('a day is a day, the last one of a span included', () => {
  expect(both({ edtf: '2024-02-29' }).data).toMatchObject({ startDate: '2024-02-29', endDate: '2024-02-29' });
  expect(both({ edtf: '2022-06-26/2022-06-30' }).data).toMatchObject({ startDate: '2022-06-26', endDate: '2022-06-30' });
});

test.each(['2022-09', '2022-09?', '2022', 'XXXX'])('%s is no day: neither of the two invents one', (edtf) => {
  expect(both({ edtf })).toEqual({ data: null, event: null, feed: null });
});

test('a cancelled meeting is cancelled in both', () => {
  const { data, feed } = both({ status: 'cancelled' });
  expect([data?.eventStatus, feed?.status]).toEqual(['https://schema.org/EventCancelled', 'CANCELLED']);
});

test('a moved meeting says from when, unless it moved back or nobody knew its day', () => {
  const moved = { movedFromEdtf: '2022-06-13T16:30/2022-06-13T18:00', movedFromZone: 'Europe/Paris' };
  expect(both(moved).data).toMatchObject({
    eventStatus: 'https://schema.org/EventRescheduled',
    previousStartDate: '2022-06-13T16:30+02:00',
  });
  for (const before of ['2022-06-20T16:30/2022-06-20T17:00', '2022-06']) {
    const { data } = both({ ...moved, movedFromEdtf: before });
    expect(data).toMatchObject({ eventStatus: 'https://schema.org/EventScheduled' });
    expect(data).not.toHaveProperty('previousStartDate');
  }
  expect(both({ ...moved, status: 'cancelled' }).data).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' });
});

test('how one takes part is told, never the link itself nor who does', () => {
  const mode = (given: Given) => both(given).data?.eventAttendanceMode;
  const link = 'https://visio.example/secret';
  expect(mode({})).toBe('https://schema.org/OfflineEventAttendanceMode');
  expect(mode({ online: true, onlineUrl: link })).toBe('https://schema.org/MixedEventAttendanceMode');
  expect(mode({ online: true, onlineUrl: link, placeName: '' })).toBe('https://schema.org/OnlineEventAttendanceMode');
  expect(JSON.stringify(both({ online: true, onlineUrl: link }).data)).not.toMatch(/secret|attendee|performer/);
});
