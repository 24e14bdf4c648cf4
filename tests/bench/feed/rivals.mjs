import ICAL from 'ical.js';
import ical from 'ical-generator';
import { vtimezone } from '#server/calendar/vtimezone.ts';

// The same entries by the two fastest libraries that the choice was between, each in the way its own documents show.

const PROPERTIES = ['uid', 'summary', 'description', 'location', 'status', 'url'];

export function icalJsAlone(events) {
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//Bench//Bench//FR');
  const zone = new ICAL.Timezone({ component: vtimezone('Europe/Paris', 2024, 2029).join('\r\n'), tzid: 'Europe/Paris' });
  calendar.addSubcomponent(zone.component);
  for (const event of events) {
    const component = new ICAL.Component('vevent');
    for (const name of PROPERTIES) component.updatePropertyWithValue(name, event[name]);
    for (const [name, instant] of [
      ['dtstart', event.at.start],
      ['dtend', event.at.end],
    ]) {
      const property = component.updatePropertyWithValue(name, ICAL.Time.fromJSDate(new Date(instant), true).convertToZone(zone));
      property.setParameter('tzid', 'Europe/Paris');
    }
    for (const [name, instant] of [
      ['dtstamp', event.changedAt],
      ['created', event.createdAt],
      ['last-modified', event.changedAt],
    ])
      component.updatePropertyWithValue(name, ICAL.Time.fromJSDate(new Date(instant), true));
    component.updatePropertyWithValue('sequence', event.sequence);
    calendar.addSubcomponent(component);
  }
  return calendar.toString();
}

export function generatorAlone(events) {
  const calendar = ical({ name: 'Réunions' });
  for (const { uid, at, summary, description, location } of events) {
    const [start, end] = [Temporal.Instant.from(at.start), Temporal.Instant.from(at.end)];
    calendar.createEvent({ id: uid, start, end, timezone: at.zone, summary, description, location });
  }
  return calendar.toString();
}
