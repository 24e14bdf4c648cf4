import type { ReminderLead } from './mail-preferences.ts';
import type { When } from './when.ts';

/** Local hour of the reader at which they are reminded the day, or the week, before. */
export const REMINDER_HOUR = 17;

/** From the earliest reminder to its meeting, with the width of the world's clocks (UTC−12 to UTC+14). */
export const FARTHEST = { hours: 9 * 24 };

/** A meeting whose reminders are looked for. */
export interface MeetingAhead {
  when: When;
  /** Instant of its beginning, ISO 8601. */
  startsAt: string;
}

/**
 * The instant of a reminder: « la veille à 17 h » on the reader's clock, whatever their clocks are changed by in between; an
 * hour before, in hours that really pass. Null when the date is too vague: nobody is reminded of « en septembre », nor an
 * hour before something that only names its day.
 */
export function reminderAt(lead: ReminderLead, { when, startsAt }: MeetingAhead, readerZone: string): Temporal.Instant | null {
  const start = Temporal.Instant.from(startsAt);
  if (lead === 'hour') return when.kind === 'time' ? start.subtract({ hours: 1 }) : null;
  const day = dayFor(when, start, readerZone);
  if (!day) return null;
  return day
    .subtract({ days: lead === 'week' ? 7 : 1 })
    .toPlainDateTime({ hour: REMINDER_HOUR })
    .toZonedDateTime(readerZone, { disambiguation: 'earlier' }) // Samoa left out a whole day once: the day before that
    .toInstant();
}

/** The day on which it begins for this reader: by their clock when it has an hour, the day that is named when it has none. */
export function dayFor(when: When, start: Temporal.Instant, readerZone: string): Temporal.PlainDate | null {
  switch (when.kind) {
    case 'time':
      return start.toZonedDateTimeISO(readerZone).toPlainDate();
    case 'day':
      return Temporal.PlainDate.from(when.day);
    case 'span':
      return Temporal.PlainDate.from(when.from);
    case 'month':
    case 'year':
    case 'unknown':
      return null;
  }
}

/** When a day of work begins: nobody is told of a deadline in the middle of their night. */
const MORNING = { hour: 7, minute: 30 };

/** The instant before which somebody is not told of what is due today: half past seven on their clock, null when that is past. */
export function morningFor(now: Temporal.Instant, readerZone: string): Temporal.Instant | null {
  const day = now.toZonedDateTimeISO(readerZone).toPlainDate();
  const morning = day.toPlainDateTime(MORNING).toZonedDateTime(readerZone).toInstant();
  return Temporal.Instant.compare(now, morning) < 0 ? morning : null;
}
