import { localTime } from './format-when.ts';
import { boundsOf, type When } from './when.ts';
import { daysOf } from './when-in-margin.ts';

/** Hours on the clock of a calendar, 'YYYY-MM-DDTHH:MM'; the end may read earlier than the start while clocks are put back. */
export interface Hours {
  start: string;
  end: string;
  /** The start is the second passage of an hour that comes twice that night. */
  again: boolean;
}

/** Where something stands on a calendar: the days that it touches, and its hours there. */
export interface OnDays {
  /** First and last day, 'YYYY-MM-DD'. */
  from: string;
  until: string;
  /** null: nobody gave hours, it is of whole days. */
  hours: Hours | null;
}

/**
 * Where a date of one zone stands on a calendar whose hours are those of another (IANA names). Hours are the same moment
 * on the other clock, whatever changes of clocks lie between; whole days have no moment and stay the days that were
 * announced. Null for a month, a year or an unknown date: they are on no day.
 */
export function placeOnDays(when: When, zone: string, calendarZone: string): OnDays | null {
  if (when.kind !== 'time') {
    const days = daysOf(when);
    return days && { from: days.from, until: days.to, hours: null };
  }
  const hours = zone === calendarZone ? { start: when.start, end: when.end, again: false } : hoursIn(when, zone, calendarZone);
  const days = daysOf({ ...when, ...hours });
  return days && { from: days.from, until: days.to, hours };
}

function hoursIn(when: When, zone: string, calendarZone: string): Hours {
  const bounds = boundsOf(when, zone);
  if (!bounds) throw new RangeError('Only a date with hours can be read on another clock.');
  const start = localTime(bounds.from, calendarZone);
  return { start, end: localTime(bounds.to, calendarZone), again: isSecondPassage(bounds.from, start, calendarZone) };
}

function isSecondPassage(instant: string, local: string, zone: string): boolean {
  const first = Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'earlier' }).toInstant();
  // seconds are no part of `local`: a passage is an hour or half an hour later
  return first.until(instant).total('minutes') >= 1;
}

/** The instants [from, to) that the days of a calendar cover, and a day more on each side: whole days elsewhere begin earlier or later. */
export function windowOf(firstDay: string, lastDay: string, calendarZone: string): { from: string; to: string } {
  const instant = (day: Temporal.PlainDate) => day.toZonedDateTime(calendarZone).toInstant().toString();
  return {
    from: instant(Temporal.PlainDate.from(firstDay).subtract({ days: 1 })),
    to: instant(Temporal.PlainDate.from(lastDay).add({ days: 2 })),
  };
}

/** Whether something stands on any of the days from `firstDay` to `lastDay`, both included. */
export function touches(place: { from: string; until: string }, firstDay: string, lastDay: string): boolean {
  return place.from <= lastDay && place.until >= firstDay;
}
