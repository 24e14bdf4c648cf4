import { emptyValues, type MeetingFormValues, valuesOfForm, valuesOfMeeting } from '#app/meetings/meeting-form-values.ts';
import type { SeriesPlan, StandingPoint } from '#app/model/series.ts';

export interface PointInput {
  title: string;
  kind: string;
  minutes: string;
}

const TEXTS = [
  ...(['pattern', 'weeks', 'weeklyDay', 'nth', 'monthlyDay', 'months', 'monthDay', 'dayMonths'] as const),
  ...(['from', 'start', 'minutes', 'endKind', 'until', 'times', 'invite', 'since', 'reason'] as const),
];
type TextField = (typeof TEXTS)[number];

/** What the form of a series shows, as typed; nothing is checked yet. */
export interface SeriesFormValues extends Record<TextField, string> {
  monthsOut: string[];
  /** What every meeting is made from; its fields for a date are not shown. */
  meeting: MeetingFormValues;
  points: PointInput[];
}

/** Reads what was typed; whatever is missing or no text counts as empty. */
export function valuesOfSeriesForm(form: FormData): SeriesFormValues {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, textOf(form.get(name))])) as Record<TextField, string>;
  const [kinds, minutes] = [form.getAll('pointKind').map(textOf), form.getAll('pointMinutes').map(textOf)];
  const points = form
    .getAll('pointTitle')
    .map((title, index) => ({ title: textOf(title), kind: kinds[index] ?? '', minutes: minutes[index] ?? '' }));
  return {
    ...texts,
    monthsOut: form.getAll('monthsOut').map(textOf),
    meeting: { ...valuesOfForm(form), whenKind: 'unknown' },
    // rows left empty at the end are offered anew
    points: points.slice(0, points.findLastIndex(({ title }) => title.trim() !== '') + 1).slice(0, MOST_POINTS),
  };
}

const MOST_POINTS = 40;
const textOf = (entry: FormDataEntryValue | null) => (typeof entry === 'string' ? entry : '');

/** The form of a new series of a group; `today` is the ISO day there. */
export function emptySeries(group: { timeZone: string; visibility: string }, today: string): SeriesFormValues {
  return {
    ...{ pattern: 'weekday', weeks: '1', weeklyDay: '2', nth: '3', monthlyDay: '2', months: '1', monthDay: '15', dayMonths: '1' },
    ...{
      from: today,
      start: '15:00',
      minutes: '90',
      endKind: 'until',
      until: nextSummer(today),
      times: '10',
      invite: 'none',
      since: '',
      reason: '',
    },
    monthsOut: ['8'],
    meeting: { ...emptyValues(group), whenKind: 'unknown' },
    points: [],
  };
}

/** Networks plan by the school year: the next last day of July that leaves time for some meetings. */
function nextSummer(today: string): string {
  const year = Number(today.slice(0, 4)) + (today.slice(5, 7) > '04' ? 1 : 0);
  return `${year}-07-31`;
}

/** The form of a series that is there, to be changed from `since` on (an ISO day; '' when no meeting is left). */
export function valuesOfSeries({ recurrence, template, agenda }: SeriesPlan, since: string): SeriesFormValues {
  const { pattern, end, start, minutes, timeZone, monthsOut, firstDay } = recurrence;
  const blank = emptySeries({ timeZone, visibility: template.visibility }, firstDay);
  const every = String(pattern.every);
  const patternInput =
    pattern.kind === 'weekly'
      ? { weeks: every, weeklyDay: String(pattern.weekday) }
      : pattern.kind === 'weekday'
        ? { months: every, nth: String(pattern.nth), monthlyDay: String(pattern.weekday) }
        : { dayMonths: every, monthDay: String(pattern.day) };
  return {
    ...blank,
    ...patternInput,
    ...{ pattern: pattern.kind, start, minutes: String(minutes), since, monthsOut: monthsOut.map(String) },
    ...(end.kind === 'until' ? { endKind: 'until', until: end.day } : { endKind: 'count', times: String(end.times) }),
    meeting: valuesOfMeeting({ ...template, timeZone, edtf: 'XXXX' }),
    points: agenda.map(inputOfPoint),
  };
}

const inputOfPoint = ({ title, kind, durationMinutes }: StandingPoint): PointInput => ({ title, kind, minutes: String(durationMinutes) });
