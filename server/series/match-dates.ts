import type { Pattern } from '#app/model/recurrence.ts';

/**
 * Which meeting goes to which date when a rule changes: the day itself first, then the same month (or week), then the
 * nearest that is not further than half a period. Answers for each old day its new one; a day without one is not in the map.
 */
export function matchDates(old: readonly string[], dates: readonly string[], pattern: Pattern): Map<string, string> {
  const matched = new Map<string, string>();
  const taken = new Set<string>();
  const pair = (from: string, to: string | undefined) => {
    if (!to || matched.has(from) || taken.has(to)) return;
    matched.set(from, to);
    taken.add(to);
  };
  const free = (fits: (day: string) => boolean) => dates.find((day) => !taken.has(day) && fits(day));
  for (const day of old)
    pair(
      day,
      free((other) => other === day),
    );
  for (const day of old)
    if (!matched.has(day))
      pair(
        day,
        free((other) => periodOf(other, pattern) === periodOf(day, pattern)),
      );
  const reach = pattern.kind === 'weekly' ? Math.floor((7 * pattern.every - 1) / 2) : 15;
  const pairs = old
    .filter((day) => !matched.has(day))
    .flatMap((from) => dates.map((to) => ({ from, to, apart: daysApart(from, to) })))
    .filter(({ apart }) => apart <= reach)
    .sort((one, other) => one.apart - other.apart);
  for (const { from, to } of pairs) pair(from, to);
  return matched;
}

function periodOf(day: string, { kind }: Pattern): string {
  if (kind !== 'weekly') return day.slice(0, 7);
  const date = Temporal.PlainDate.from(day);
  return `${date.yearOfWeek}-${date.weekOfYear}`;
}

function daysApart(one: string, other: string): number {
  return Math.abs(Temporal.PlainDate.from(one).until(other).days);
}
