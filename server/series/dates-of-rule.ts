import { RRuleTemporal } from 'rrule-temporal';
import { RECURRENCE_LIMITS, type Recurrence, rruleOf } from '#app/model/recurrence.ts';

/**
 * The ISO days that a rule gives, in order, from its first day on and RECURRENCE_LIMITS.years ahead at most. Days, not
 * instants: whether the hour exists on each of them is another question (date-rows.ts), which the rule must not answer by
 * dropping or shifting a date silently. « Every second month » counts from the first month that has a date.
 */
export function datesOfRule(recurrence: Recurrence): string[] {
  const { firstDay, end } = recurrence;
  const horizon = Temporal.PlainDate.from(firstDay).add({ years: RECURRENCE_LIMITS.years }).toString();
  const until = end.kind === 'until' && end.day < horizon ? end.day : horizon;
  if (until < firstDay) return [];
  const [first] = expand(recurrence, firstDay, until, { every: 1 });
  if (!first) return [];
  const dates = expand(recurrence, first, until, { every: recurrence.pattern.every });
  return end.kind === 'count' ? dates.slice(0, end.times) : dates;
}

/** The rule itself in UTC, where every hour exists: only its days are wanted. */
function expand(recurrence: Recurrence, from: string, until: string, { every }: { every: number }): string[] {
  const end = { kind: 'until', day: until } as const;
  const pattern = { ...recurrence.pattern, every };
  const rule = new RRuleTemporal({
    rruleString: rruleOf({ pattern, monthsOut: recurrence.monthsOut, end, timeZone: 'UTC' }),
    dtstart: Temporal.PlainDate.from(from).toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }),
    temporal: Temporal,
  });
  return rule.all().map((date) => date.toPlainDate().toString());
}
