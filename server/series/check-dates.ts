import type { Recurrence } from '#app/model/recurrence.ts';
import { RECURRENCE_LIMITS } from '#app/model/recurrence.ts';
import type { DateChoices } from '#app/model/series.ts';
import { type DateRow, dateRows } from './date-rows.ts';

export type DatesRefused =
  | { ok: false; reason: 'no_date' | 'none_kept' }
  | { ok: false; reason: 'too_many'; count: number }
  /** A kept date has an hour that does not exist. */
  | { ok: false; reason: 'missing_hour'; on: string }
  /** Two meetings at the same moment: one was moved onto the other. */
  | { ok: false; reason: 'twice'; on: string }
  /** The rule is not the one whose dates were shown. */
  | { ok: false; reason: 'dates_changed' }
  /** Members came or went since their number was shown. */
  | { ok: false; reason: 'count_changed'; count: number };

/** The dates that a rule gives, and those to make: between one and RECURRENCE_LIMITS.dates, each at an hour that exists, as `seen` before. */
export function checkDates(
  recurrence: Recurrence,
  choices: DateChoices,
  seen: readonly string[],
): { ok: true; rows: DateRow[]; kept: DateRow[] } | DatesRefused {
  const rows = dateRows(recurrence, choices);
  if (rows.length === 0) return { ok: false, reason: 'no_date' };
  if (rows.length > RECURRENCE_LIMITS.dates) return { ok: false, reason: 'too_many', count: rows.length };
  if (seen.length !== rows.length || rows.some(({ on }, index) => on !== seen[index])) return { ok: false, reason: 'dates_changed' };
  const kept = rows.filter((row) => row.kept);
  if (kept.length === 0) return { ok: false, reason: 'none_kept' };
  const missing = kept.find((row) => row.missing);
  if (missing) return { ok: false, reason: 'missing_hour', on: missing.on };
  const twice = kept.find((row, index) => kept.findIndex(({ start }) => start === row.start) !== index);
  if (twice) return { ok: false, reason: 'twice', on: twice.on };
  return { ok: true, rows, kept };
}
