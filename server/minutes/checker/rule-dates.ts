import type { MinutesContent } from '#app/model/minutes-content.ts';
import { firstDay, parseWhen } from '#app/model/when.ts';
import { findDays, type WrittenDay, weekdayName } from './french-dates.ts';
import type { Passage } from './passages.ts';
import type { Remark } from './report.ts';

/** Days that do not exist, weekdays that do not match their day, the same day told with two years. */
export function checkDates(passages: readonly Passage[], content: MinutesContent): Remark[] {
  const when = parseWhen(content.meeting.edtf);
  const began = when ? firstDay(when) : '';
  const remarks: Remark[] = [];
  const written: { passage: Passage; day: WrittenDay }[] = [];
  // a year told in a title or heading holds for what stands under it
  let heading: number | null = null;
  for (const passage of passages) {
    const days = findDays(passage.text);
    if (passage.role === 'title' || passage.role === 'heading') heading = yearIn(passage.text) ?? heading;
    for (const day of days) {
      written.push({ passage, day });
      const remark = checkDay(day, passage, { began, near: yearIn(passage.text) ?? heading });
      if (remark) remarks.push(remark);
    }
  }
  return [...remarks, ...checkYears(written)];
}

function checkDay(day: WrittenDay, passage: Passage, context: { began: string; near: number | null }): Remark | null {
  // 2024 has a 29 February: without a year, only what no year has is wrong
  if (!exists(day.year ?? 2024, day)) {
    // « 13.15.22 » is a number of something
    const sure = day.weekday !== null || !/^\d+[/.]\d+[/.]\d\d?$/.test(passage.text.slice(day.start, day.end));
    return sure ? { problem: 'no_such_day', passage, start: day.start, end: day.end } : null;
  }
  if (!day.weekday) return null;
  const { start, end } = day.weekday;
  const name = (number: number) => weekdayName(number, day.language, passage.text.slice(start, end));
  if (day.year !== null) {
    const right = weekdayOf(day.year, day);
    if (right === day.weekday.number) return null;
    const mended = name(right);
    return { problem: 'weekday', passage, start, end: day.end, expected: mended, replacement: mended + passage.text.slice(end, day.end) };
  }
  const years = likelyYears(day, context);
  const [first] = years;
  if (first === undefined || years.some((year) => exists(year, day) && weekdayOf(year, day) === day.weekday?.number)) return null;
  return { problem: 'weekday_no_year', passage, start, end: day.end, expected: `${name(weekdayOf(first, day))} (${first})` };
}

/** The years that may be meant: those told nearby, and the one that brings the day nearest to the meeting. */
function likelyYears(day: WrittenDay, { began, near }: { began: string; near: number | null }): number[] {
  const years = near === null ? [] : [near];
  const [year, month = 1] = began.split('-').map(Number);
  if (!year) return years;
  const months = day.month - month;
  const nearest = months > 6 ? year - 1 : months < -6 ? year + 1 : year;
  return [...new Set([...years, nearest, ...(near === null ? [] : [year])])].filter((each) => exists(each, day));
}

/** « 15 janvier 2014 » here and « 15/01/13 » there. */
function checkYears(written: readonly { passage: Passage; day: WrittenDay }[]): Remark[] {
  const full = written.filter(({ day }) => day.year !== null && exists(day.year, day));
  const groups = Map.groupBy(full, ({ day }) => `${day.month}-${day.day}`);
  return [...groups.values()].flatMap((group) => {
    const years = Map.groupBy(group, ({ day }) => day.year);
    if (years.size !== 2) return [];
    const [often = [], seldom = []] = [...years.values()].sort((a, b) => b.length - a.length);
    const [a, b] = [often[0], seldom[0]];
    // figures are where years are mistyped; two anniversaries in words are none
    const abbreviated = (one: (typeof group)[number]) => /\d[/.]\d/.test(one.passage.text.slice(one.day.start, one.day.end));
    if (!a || !b || Math.abs((a.day.year ?? 0) - (b.day.year ?? 0)) !== 1 || abbreviated(a) === abbreviated(b)) return [];
    const { passage, day } = abbreviated(b) ? b : a;
    const other = abbreviated(b) ? a : b;
    return [
      {
        problem: 'year_differs' as const,
        passage,
        start: day.start,
        end: day.end,
        expected: other.passage.text.slice(other.day.start, other.day.end),
      },
    ];
  });
}

function yearIn(text: string): number | null {
  const years = new Set(text.match(/(?<!\d)(?:19|20|21)\d\d(?!\d)/g) ?? []);
  return years.size === 1 ? Number([...years][0]) : null;
}

function exists(year: number, { day, month }: WrittenDay): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
}

function weekdayOf(year: number, { day, month }: WrittenDay): number {
  return Temporal.PlainDate.from({ year, month, day }).dayOfWeek;
}
