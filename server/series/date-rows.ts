import type { Recurrence } from '#app/model/recurrence.ts';
import type { DateChoices } from '#app/model/series.ts';
import { comesTwice, formatEdtf, missingHour } from '#app/model/when.ts';
import { datesOfRule } from './dates-of-rule.ts';

/** One date of a rule, with what was decided of it. */
export interface DateRow {
  /** The day that the rule gives. */
  on: string;
  /** Local, 'YYYY-MM-DDTHH:MM'. */
  start: string;
  end: string;
  kept: boolean;
  moved: boolean;
  /** The hour does not exist there (clocks put forward): the first local time after the gap. A kept date that has this is refused. */
  missing: string | null;
  /** Its start comes twice (clocks put back); the first passage is meant. */
  twice: boolean;
}

/** The dates of a rule in order, each with its hours in the series' zone. */
export function dateRows(recurrence: Recurrence, choices: DateChoices): DateRow[] {
  return datesOfRule(recurrence).map((on) => dateRow(recurrence, choices, on));
}

export function dateRow({ start: hour, minutes, timeZone }: Recurrence, { leftOut, moved }: DateChoices, on: string): DateRow {
  const given = `${on}T${hour}`;
  const start = moved.get(on) ?? given;
  const missing = missingHour(start, timeZone);
  const end = missing ? plus(start, minutes) : endOf(start, minutes, timeZone);
  return { on, start, end, kept: !leftOut.has(on), moved: start !== given, missing, twice: comesTwice(start, timeZone) };
}

/** What clocks show `minutes` later: as people count it on the dial, unless the dial skips that hour. */
function endOf(start: string, minutes: number, timeZone: string): string {
  const dial = plus(start, minutes);
  if (!missingHour(dial, timeZone)) return dial;
  const end = Temporal.PlainDateTime.from(start).toZonedDateTime(timeZone, { disambiguation: 'earlier' }).add({ minutes });
  return end.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

function plus(local: string, minutes: number): string {
  return Temporal.PlainDateTime.from(local).add({ minutes }).toString({ smallestUnit: 'minute' });
}

/** The date of a row as a meeting stores it. */
export function edtfOf({ start, end }: Pick<DateRow, 'start' | 'end'>): string {
  return formatEdtf({ kind: 'time', start, end, toConfirm: false });
}

/** The date that the rule alone gives on a day, as a meeting stores it; null when its hour does not exist. */
export function ruleEdtf(recurrence: Recurrence, on: string): string | null {
  const row = dateRow(recurrence, { leftOut: new Set(), moved: new Map() }, on);
  return row.missing ? null : edtfOf(row);
}
