import { RRuleTemporal } from 'rrule-temporal';

/** Rounds that one rule may take; a rule of every day since 1900 takes 47,000. */
const MOST_ROUNDS = 60_000;
const MOST_CANDIDATES = 100_000;

export type Recurrence = { ok: true; times: Temporal.PlainDateTime[]; more: boolean } | { ok: false; reason: 'bad_rule' | 'too_many' };

/**
 * The local times in [from, to) that a rule (RFC 5545, 3.3.10) gives, DTSTART with them, at most `most`. Clocks do not matter
 * here: a rule speaks of local times. UNTIL is a local time of the same clock (see `localUntil`). Rules that repeat within a day
 * are no events: they are refused before they are tried, and any other that takes too long.
 */
export function boundedBetween(given: {
  rule: string;
  start: Temporal.PlainDateTime;
  from: Temporal.PlainDateTime;
  to: Temporal.PlainDateTime;
  most: number;
}): Recurrence {
  const { rule, start, from, to, most } = given;
  if (rule.length > 1000) return { ok: false, reason: 'bad_rule' };
  if (/FREQ=(SECONDLY|MINUTELY|HOURLY)|BY(HOUR|MINUTE|SECOND)=[^;]*,/i.test(rule)) return { ok: false, reason: 'too_many' };
  try {
    const recurring = new RRuleTemporal({
      ...{ rruleString: rule.toUpperCase().replace(/\s/g, ''), dtstart: start.toZonedDateTime('UTC'), includeDtstart: true },
      ...{ maxIterations: MOST_ROUNDS, maxCandidateEvaluations: MOST_CANDIDATES, temporal: Temporal },
    });
    const until = to.subtract({ seconds: 1 }).toZonedDateTime('UTC');
    const times = recurring.between(from.toZonedDateTime('UTC'), until, true).map((time) => time.toPlainDateTime());
    return { ok: true, times: times.slice(0, most), more: times.length > most };
  } catch (error) {
    const endless = error instanceof Error && /exceeded/i.test(error.message);
    return { ok: false, reason: endless ? 'too_many' : 'bad_rule' };
  }
}

/**
 * The rule with its UNTIL as a local time marked Z, as the expansion above takes it: what is in UTC is put on the event's clock
 * by `localOf`; a mere day counts to its end.
 */
export function localUntil(rule: string, localOf: (instant: Temporal.Instant) => Temporal.PlainDateTime): string {
  return rule.replace(/UNTIL=(\d{8})(?:T(\d{6})(Z)?)?/i, (whole, day: string, time: string | undefined, utc: string | undefined) => {
    if (!time) return `UNTIL=${day}T235959Z`;
    if (!utc) return `UNTIL=${day}T${time}Z`;
    try {
      return `UNTIL=${localOf(Temporal.Instant.from(`${day}T${time}Z`))
        .toString({ smallestUnit: 'second' })
        .replace(/[-:]/g, '')}Z`;
    } catch {
      return whole;
    }
  });
}
