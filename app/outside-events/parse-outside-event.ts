import { whenFaultMessage } from '#app/meetings/when-faults.ts';
import { m } from '#app/messages/compiled/messages.js';
import { parseWebAddress } from '#app/model/meetings.ts';
import { OUTSIDE_EVENT_LIMITS, type OutsideEventPlan } from '#app/model/outside-events.ts';
import { cleanLine, cleanText } from '#app/model/text.ts';
import { findTimeZone } from '#app/model/time-zones.ts';
import { readWhen } from '#app/model/when-input.ts';
import type { OutsideEventValues } from './outside-event-values.ts';

/** The first fault of each field, in the reader's language. */
export type OutsideEventFaults = Partial<Record<keyof OutsideEventValues, string>>;

/** A plan out of what was typed, or what is to be corrected. */
export function parseOutsideEvent(values: OutsideEventValues): { plan: OutsideEventPlan } | { faults: OutsideEventFaults } {
  const faults: OutsideEventFaults = {};
  const limited = (field: 'title' | 'place' | 'note', clean: string) => {
    const [length, max] = [[...clean].length, OUTSIDE_EVENT_LIMITS[field]];
    if (length > max) faults[field] ??= m.outside_events_too_long({ max, length });
    return clean;
  };
  const title = limited('title', cleanLine(values.title));
  if (title === '') faults.title ??= m.outside_events_title_missing();
  const timeZone = findTimeZone(values.timeZone);
  if (!timeZone) faults.timeZone ??= m.meetings_time_zone_unknown();
  const date = readWhen(values, timeZone ?? 'UTC');
  if ('faults' in date) for (const fault of date.faults) faults[fault.field] ??= whenFaultMessage(fault, values);
  const typed = cleanLine(values.url);
  const url = typed === '' ? '' : parseWebAddress(typed);
  if (url === null) faults.url ??= m.outside_events_url_invalid();
  const country = /^[A-Z]{2}$/.test(values.country) ? values.country : null;
  const [place, note] = [limited('place', cleanLine(values.place)), limited('note', cleanText(values.note))];
  if (Object.keys(faults).length > 0 || !timeZone || url === null || 'faults' in date) return { faults };
  return { plan: { title, when: date.when, timeZone, place, country, url, note } };
}
