import { type Pattern, RECURRENCE_LIMITS, type Recurrence } from '#app/model/recurrence.ts';

/** The dates of a rule, counted day by day: slow and plain, to compare with. */
export function naiveDates({ pattern, monthsOut, end, firstDay }: Recurrence): string[] {
  const from = Temporal.PlainDate.from(firstDay);
  const last = from.add({ years: RECURRENCE_LIMITS.years });
  const dates: Temporal.PlainDate[] = [];
  for (let day = from; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    if (end.kind === 'until' && day.toString() > end.day) break;
    if (end.kind === 'count' && dates.length === end.times) break;
    if (monthsOut.includes(day.month) || !fits(pattern, day)) continue;
    const first = dates[0];
    if (first && periodsBetween(pattern, first, day) % pattern.every !== 0) continue;
    dates.push(day);
  }
  return dates.map(String);
}

function fits(pattern: Pattern, day: Temporal.PlainDate): boolean {
  if (pattern.kind === 'monthday') return day.day === (pattern.day === -1 ? day.daysInMonth : pattern.day);
  if (day.dayOfWeek !== pattern.weekday) return false;
  if (pattern.kind === 'weekly') return true;
  return pattern.nth === -1 ? day.day + 7 > day.daysInMonth : Math.ceil(day.day / 7) === pattern.nth;
}

function periodsBetween(pattern: Pattern, first: Temporal.PlainDate, day: Temporal.PlainDate): number {
  if (pattern.kind === 'weekly') return first.until(day).days / 7;
  return (day.year - first.year) * 12 + day.month - first.month;
}
