import ICAL from 'ical.js';
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
    organiser: String(event.getFirstPropertyValue('organizer')).toLowerCase(),
    properties: event.getAllProperties().map((property) => property.name),
  };
}
