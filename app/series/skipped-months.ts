import type { Recurrence } from '#app/model/recurrence.ts';

const MOST = 24;

/**
 * The months ('YYYY-MM') that a rule passes over because they lack its day, as February lacks a 31st and most months a
 * fifth Tuesday. `days`: the ISO days that the rule gives, in order. Months that were left out on purpose are not among them.
 */
export function skippedMonths({ pattern, monthsOut, firstDay }: Recurrence, days: readonly string[]): string[] {
  const [first, last] = [days.at(0), days.at(-1)];
  if (pattern.kind === 'weekly' || !first || !last) return [];
  // « every second month » counts from the first that has a date (server/series/dates-of-rule.ts)
  const start = Temporal.PlainYearMonth.from((pattern.every === 1 ? firstDay : first).slice(0, 7));
  const end = Temporal.PlainYearMonth.from(last.slice(0, 7));
  const months = Math.floor(start.until(end, { largestUnit: 'months' }).months / pattern.every);
  const visited = Array.from({ length: Math.max(0, months) + 1 }, (_, index) => start.add({ months: index * pattern.every }));
  const lacking = visited.filter((month) => {
    if (pattern.kind === 'monthday') return pattern.day > month.daysInMonth;
    const offset = (pattern.weekday - month.toPlainDate({ day: 1 }).dayOfWeek + 7) % 7;
    return pattern.nth > 0 && 1 + offset + (pattern.nth - 1) * 7 > month.daysInMonth;
  });
  return lacking
    .filter(({ month }) => !monthsOut.includes(month))
    .map(String)
    .slice(0, MOST);
}
