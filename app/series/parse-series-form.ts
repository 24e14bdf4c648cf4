import { parseMeetingForm } from '#app/meetings/parse-meeting-form.ts';
import { m } from '#app/messages/compiled/messages.js';
import { AGENDA_ITEM_KINDS, AGENDA_LIMITS } from '#app/model/agenda.ts';
import { NTHS, type Pattern, RECURRENCE_LIMITS, type Recurrence, type RecurrenceEnd, WEEKDAYS } from '#app/model/recurrence.ts';
import { SERIES_INVITES, type SeriesInvite, type SeriesPlan, STANDING_POINTS, type StandingPoint } from '#app/model/series.ts';
import { cleanLine } from '#app/model/text.ts';
import { isDateTime, isDay } from '#app/model/when.ts';
import type { SeriesFormValues } from './series-form-values.ts';

/** The first fault of each field by its name, in the reader's language. */
export type SeriesFaults = Partial<Record<string, string>>;

export interface ParsedSeries {
  plan: SeriesPlan;
  invite: SeriesInvite;
}

/** A plan out of what was typed, or what is to be corrected. */
export function parseSeriesForm(values: SeriesFormValues): { parsed: ParsedSeries } | { faults: SeriesFaults } {
  const meeting = parseMeetingForm(values.meeting);
  const faults: SeriesFaults = {};
  const fail = (field: string, message: string) => {
    faults[field] ??= message;
    return null;
  };
  const rule = parseRule(values, fail);
  const agenda = parsePoints(values, fail);
  const invite = SERIES_INVITES.find((one) => one === values.invite) ?? 'none';
  if ('faults' in meeting) return { faults: { ...faults, ...meeting.faults } };
  if (!rule || !agenda || Object.keys(faults).length > 0) return { faults };
  const { when: _, timeZone, ...template } = meeting.plan;
  return { parsed: { plan: { recurrence: { ...rule, timeZone }, template, agenda }, invite } };
}

type Fail = (field: string, message: string) => null;

function parseRule(values: SeriesFormValues, fail: Fail): Omit<Recurrence, 'timeZone'> | null {
  const pattern = parsePattern(values, fail);
  const { from: firstDay, start } = values;
  if (!isDay(firstDay)) fail('from', m.series_day_invalid());
  if (!isDateTime(`2022-01-01T${start}`)) fail('start', m.series_start_invalid());
  const minutes = whole(values.minutes, RECURRENCE_LIMITS.minutes);
  if (!minutes) fail('minutes', m.series_minutes_invalid({ max: RECURRENCE_LIMITS.minutes }));
  const end = isDay(firstDay) ? parseEnd(values, fail) : null;
  const monthsOut = [...new Set(values.monthsOut.map((month) => whole(month, 12)).filter((month) => month !== null))].sort((a, b) => a - b);
  if (monthsOut.length === 12) fail('monthsOut', m.series_all_months_out());
  return pattern && minutes && end ? { pattern, monthsOut, end, firstDay, start, minutes } : null;
}

function parsePattern(values: SeriesFormValues, fail: Fail): Pattern | null {
  const every = (field: 'weeks' | 'months' | 'dayMonths') =>
    whole(values[field], RECURRENCE_LIMITS.every) ?? fail(field, m.series_every_invalid({ max: RECURRENCE_LIMITS.every }));
  const weekday = (field: 'weeklyDay' | 'monthlyDay') =>
    WEEKDAYS.find((day) => String(day) === values[field]) ?? fail(field, m.series_weekday_missing());
  if (values.pattern === 'weekly') {
    const [weeks, day] = [every('weeks'), weekday('weeklyDay')];
    return weeks && day ? { kind: 'weekly', every: weeks, weekday: day } : null;
  }
  if (values.pattern === 'weekday') {
    const nth = NTHS.find((one) => String(one) === values.nth) ?? fail('nth', m.series_nth_missing());
    const [months, day] = [every('months'), weekday('monthlyDay')];
    return months && day && nth ? { kind: 'weekday', every: months, nth, weekday: day } : null;
  }
  if (values.pattern === 'monthday') {
    const day = values.monthDay === '-1' ? -1 : (whole(values.monthDay, 31) ?? fail('monthDay', m.series_month_day_invalid()));
    const months = every('dayMonths');
    return months && day ? { kind: 'monthday', every: months, day } : null;
  }
  return fail('pattern', m.series_pattern_missing());
}

function parseEnd({ endKind, until, times, from }: SeriesFormValues, fail: Fail): RecurrenceEnd | null {
  if (endKind === 'count') {
    const max = RECURRENCE_LIMITS.dates;
    const count = whole(times, max);
    return count ? { kind: 'count', times: count } : fail('times', m.series_times_invalid({ max }));
  }
  if (!isDay(until)) return fail('until', m.series_until_missing());
  if (until < from) return fail('until', m.series_until_before_start());
  const years = RECURRENCE_LIMITS.years;
  if (until > Temporal.PlainDate.from(from).add({ years }).toString()) return fail('until', m.series_until_too_far({ years }));
  return { kind: 'until', day: until };
}

function parsePoints({ points }: SeriesFormValues, fail: Fail): StandingPoint[] | null {
  const kept: StandingPoint[] = [];
  points.forEach((point, index) => {
    const title = cleanLine(point.title);
    if (title === '') return;
    const length = [...title].length;
    if (length > AGENDA_LIMITS.title) fail(`point-${index}`, m.meetings_too_long({ max: AGENDA_LIMITS.title, length }));
    const durationMinutes = /^\s*0\s*$/.test(point.minutes) ? 0 : whole(point.minutes, AGENDA_LIMITS.minutes);
    if (durationMinutes === null) fail(`point-${index}`, m.series_point_minutes_invalid({ title }));
    const kind = AGENDA_ITEM_KINDS.find((one) => one === point.kind) ?? 'discussion';
    kept.push({ title, kind, durationMinutes: durationMinutes ?? 0 });
  });
  if (kept.length > STANDING_POINTS) return fail('point-0', m.series_too_many_points({ max: STANDING_POINTS }));
  if (kept.reduce((sum, point) => sum + point.durationMinutes, 0) > AGENDA_LIMITS.minutes)
    return fail('point-0', m.series_points_too_long());
  return kept;
}

/** A whole number from 1 to `max`, or null. */
function whole(text: string, max: number): number | null {
  const number = /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= max ? number : null;
}
