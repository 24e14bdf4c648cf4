import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { type Invitation, invitationCalendar } from '#server/calendar/invitation.ts';
import { APP_URL, calendarMeeting } from './meetings.ts';
import { faultsOf } from './strict-lines.ts';

function invite(given: Partial<Invitation> = {}): string {
  const calendar = invitationCalendar({
    method: 'REQUEST',
    meeting: calendarMeeting(),
    attendee: { name: 'Paula Quiroga', address: 'paula@brumes.example', answer: 'none' },
    organiser: { name: 'Dynamique « Amérique latine »', address: 'reunions@tertulia.example' },
    appUrl: APP_URL,
    locale: 'fr',
    ...given,
  });
  if (calendar === null) throw new Error('no calendar part');
  return calendar;
}

function read(calendar: string) {
  const root = new ICAL.Component(ICAL.parse(calendar));
  const event = root.getFirstSubcomponent('vevent');
  if (!event) throw new Error('no event');
  return { root, event, attendee: event.getFirstProperty('attendee'), organiser: event.getFirstProperty('organizer') };
}

test('an invitation names its one reader, asks for an answer, and comes from the group’s own address', () => {
  const calendar = invite();
  expect(faultsOf(calendar)).toEqual([]);
  const { root, event, attendee, organiser } = read(calendar);
  expect(root.getFirstPropertyValue('method')).toBe('REQUEST');
  expect(event.getAllProperties('attendee')).toHaveLength(1);
  expect(String(attendee?.getFirstValue()).toLowerCase()).toBe('mailto:paula@brumes.example');
  expect(attendee?.getParameter('partstat')).toBe('NEEDS-ACTION');
  expect(attendee?.getParameter('rsvp')).toBe('TRUE');
  expect(attendee?.getParameter('cn')).toBe('Paula Quiroga');
  expect(organiser?.getFirstValue()).toBe('mailto:reunions@tertulia.example');
  expect(organiser?.getParameter('cn')).toBe('Dynamique « Amérique latine »');
  expect(event.getFirstPropertyValue('uid')).toBe('meeting-01890000-0000-7000-8000-000000000001@tertulia.example');
  expect(event.getFirstPropertyValue('sequence')).toBe(2);
  expect(String(event.getFirstPropertyValue('dtstamp'))).toBe('2022-05-02T09:30:00Z');
});

test('a cancellation says so in its method, its status and its title', () => {
  const { root, event, attendee } = read(invite({ method: 'CANCEL' }));
  expect(root.getFirstPropertyValue('method')).toBe('CANCEL');
  expect(event.getFirstPropertyValue('status')).toBe('CANCELLED');
  expect(event.getFirstPropertyValue('summary')).toBe('Annulée\u00a0: Point Amérique latine');
  expect(attendee?.getParameter('rsvp')).toBe('FALSE');
});

test('whoever has answered is not asked again', () => {
  const attendee = { name: 'Paula Quiroga', address: 'paula@brumes.example' };
  expect(read(invite({ attendee: { ...attendee, answer: 'remote' } })).attendee?.getParameter('partstat')).toBe('ACCEPTED');
  expect(read(invite({ attendee: { ...attendee, answer: 'represented' } })).attendee?.getParameter('partstat')).toBe('DECLINED');
});

test('names with quotes, commas and line breaks stay names', () => {
  const hostile = 'Ana "la jefa", de Quito\r\nATTENDEE:mailto:intruder@evil.example';
  const calendar = invite({ attendee: { name: hostile, address: 'ana@quito.example', answer: 'none' } });
  expect(faultsOf(calendar)).toEqual([]);
  expect(read(calendar).event.getAllProperties('attendee')).toHaveLength(1);
  expect(read(calendar).attendee?.getParameter('cn')).toBe('Ana "la jefa", de Quito ATTENDEE:mailto:intruder@evil.example');
});

test('a meeting without a day has no calendar part', () => {
  const options = {
    attendee: { name: '', address: 'a@b.example', answer: 'none' as const },
    organiser: { name: 'DALC', address: 'r@t.example' },
  };
  for (const edtf of ['2022-09', '2022-09?', '2022', 'XXXX'])
    expect(
      invitationCalendar({ ...options, method: 'REQUEST', meeting: calendarMeeting({ edtf }), appUrl: APP_URL, locale: 'fr' }),
    ).toBeNull();
});
