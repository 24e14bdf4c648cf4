import { getLocale } from '#app/locale.ts';
import { publicHolidays } from '#app/model/public-holidays.ts';

/** Names of public holidays by day ('YYYY-MM-DD'), from the first day to the last, both included. */
export function publicHolidaysBetween(firstDay: string, lastDay: string): Record<string, string[]> {
  const years = new Set([Number(firstDay.slice(0, 4)), Number(lastDay.slice(0, 4))]);
  const days: Record<string, string[]> = {};
  for (const { day, name } of [...years].flatMap((year) => publicHolidays(year, getLocale())))
    if (day >= firstDay && day <= lastDay) days[day] = [...(days[day] ?? []), name];
  return days;
}
