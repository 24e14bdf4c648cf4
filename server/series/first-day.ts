import { RECURRENCE_LIMITS, type Recurrence } from '#app/model/recurrence.ts';
import { datesOfRule } from './dates-of-rule.ts';

export interface Around {
  /** The day of the rule from which it changes; null: no meeting is left, the series goes on after its last. */
  since: string | null;
  /** The last day before it that has a meeting; null: none has. */
  last: string | null;
  /** ISO day where the series meets. */
  today: string;
}

/**
 * The first day on which a changed rule may give a date: from the beginning of the month (or week) of `since`, so that a
 * meeting can be put forward within it; never before a meeting that stays, nor in the past unless `since` is. « Every second
 * month » goes on in the rhythm of the last meeting.
 */
export function firstDayOf(recurrence: Recurrence, { since, last, today }: Around): string {
  const tomorrow = next(today);
  if (since === null) return last ? goingOn(recurrence, last, tomorrow) : tomorrow;
  const date = Temporal.PlainDate.from(since);
  const period = recurrence.pattern.kind === 'weekly' ? date.subtract({ days: date.dayOfWeek - 1 }) : date.with({ day: 1 });
  return latest([period.toString(), tomorrow < since ? tomorrow : since, last ? next(last) : '']);
}

function goingOn(recurrence: Recurrence, last: string, tomorrow: string): string {
  const horizon = Temporal.PlainDate.from(last).add({ years: RECURRENCE_LIMITS.years }).toString();
  const dates = datesOfRule({ ...recurrence, firstDay: last, end: { kind: 'until', day: horizon } });
  return dates.find((day) => day > last && day >= tomorrow) ?? latest([next(last), tomorrow]);
}

function next(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

function latest(days: readonly string[]): string {
  return days.reduce((most, day) => (day > most ? day : most));
}
