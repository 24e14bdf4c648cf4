import type { Transition } from './vtimezone.ts';

/** A change that comes every year: the nth (or last: -1) weekday of a month, at one time of day. */
export interface Rule {
  month: number;
  /** 1: Monday … 7: Sunday. */
  weekday: number;
  week: number;
  /** When it first came, counted from 1970. */
  first: Temporal.PlainDateTime;
  from: number;
  to: number;
}

/**
 * The two yearly rules that give exactly these changes in the years `first` to `last`; null when two rules do not say
 * it all. `offset` is in force as the first year begins, and must be what the later rule left the year before.
 */
export function rulesOf(transitions: readonly Transition[], first: number, last: number, offset: number): [Rule, Rule] | null {
  const [spring, autumn] = transitions.slice(-2);
  if (!spring || !autumn || spring.local.year !== autumn.local.year || autumn.to !== offset) return null;
  if (transitions.length !== 2 * (last - first + 1)) return null;
  const rules = [spring, autumn].map((change, half) =>
    ruleOf(
      change,
      transitions.filter((_, index) => index % 2 === half),
      first,
    ),
  );
  const [one, other] = rules;
  return one && other ? [one, other] : null;
}

/** The rule that all these changes follow, of which `model` is one: they must be one a year, from the year `first` on. */
function ruleOf(model: Transition, changes: readonly Transition[], first: number): Rule | null {
  const { month, dayOfWeek: weekday, day } = model.local;
  for (const week of [-1, Math.ceil(day / 7)]) {
    const at = (year: number) => dayOf(year, month, weekday, week).toPlainDateTime(model.local.toPlainTime());
    const follows = (change: Transition, index: number) =>
      change.from === model.from && change.to === model.to && change.local.equals(at(first + index));
    if (changes.every(follows)) return { month, weekday, week, first: at(1970), from: model.from, to: model.to };
  }
  return null;
}

function dayOf(year: number, month: number, weekday: number, week: number): Temporal.PlainDate {
  const start = Temporal.PlainDate.from({ year, month, day: 1 });
  if (week > 0) return start.add({ days: ((weekday - start.dayOfWeek + 7) % 7) + 7 * (week - 1) });
  const end = start.with({ day: start.daysInMonth });
  return end.subtract({ days: (end.dayOfWeek - weekday + 7) % 7 });
}
