import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { expect } from 'vitest';
import type { ReceivedMail } from '#tests/support/mailbox.ts';

/** The calendar of a mail as another program reads it (ical.js is Thunderbird's parser), from both of its copies. */
export function readCalendar(mail: ReceivedMail) {
  const copies = mail.attachments.filter((part) => /^(text\/calendar|application\/ics)/.test(part.mimeType));
  const texts = copies.map(({ content }) => (typeof content === 'string' ? content : new TextDecoder().decode(content)));
  const [text, ...others] = texts;
  if (!text) return null;
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent');
  const [event] = events;
  if (!event) throw new Error('A calendar part without an event.');
  const attendees = event.getAllProperties('attendee');
  agreesWithNodeIcal(text, event);
  return {
    text,
    sameBytes: others.every((other) => other === text),
    copies: copies.map((part) => ({ type: part.mimeType, method: part.method })),
    method: calendar.getFirstPropertyValue('method'),
    events: events.length,
    uid: event.getFirstPropertyValue('uid'),
    sequence: event.getFirstPropertyValue('sequence'),
    status: event.getFirstPropertyValue('status'),
    summary: event.getFirstPropertyValue('summary'),
    start: new ICAL.Event(event).startDate.toJSDate().toISOString(),
    zone: event.getFirstProperty('dtstart')?.getParameter('tzid'),
    attendees: attendees.map((property) => String(property.getFirstValue()).toLowerCase()),
    partstat: attendees[0]?.getParameter('partstat'),
    role: attendees[0]?.getParameter('role'),
    rsvp: attendees[0]?.getParameter('rsvp'),
    organiserName: event.getFirstProperty('organizer')?.getParameter('cn'),
    organiser: String(event.getFirstPropertyValue('organizer')).toLowerCase(),
    properties: event.getAllProperties().map((property) => property.name),
  };
}

/** The same file as node-ical reads it, which shares no code with ical.js. */
function agreesWithNodeIcal(text: string, event: ICAL.Component): void {
  const others = Object.values(nodeIcal.sync.parseICS(text)).filter((entry) => entry?.type === 'VEVENT');
  const [other, ...more] = others;
  if (!other || more.length > 0) throw new Error(`node-ical finds ${others.length} events.`);
  const { attendee, organizer } = other as { attendee?: unknown; organizer?: unknown };
  expect({
    uid: other.uid,
    sequence: Number(other.sequence),
    summary: other.summary,
    start: other.start.toISOString(),
    status: other.status,
    attendee: writtenValue(attendee),
    organiser: writtenValue(organizer),
  }).toEqual({
    uid: event.getFirstPropertyValue('uid'),
    sequence: event.getFirstPropertyValue('sequence'),
    summary: event.getFirstPropertyValue('summary'),
    start: new ICAL.Event(event).startDate.toJSDate().toISOString(),
    status: event.getFirstPropertyValue('status'),
    attendee: event.getFirstPropertyValue('attendee'),
    organiser: event.getFirstPropertyValue('organizer'),
  });
}

function writtenValue(property: unknown): unknown {
  return (property as { val?: unknown } | undefined)?.val ?? property;
}
