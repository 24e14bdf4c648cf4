import type { CheckKind, CheckOutcome } from './check-ins.ts';

export interface CheckToMerge {
  id: string;
  kind: CheckKind;
  doorId: string;
  /** ISO instant by our clock. */
  at: string;
  /** The phone knew of the one before, and said so to whoever held it. */
  warned: boolean;
}

/** A phone reads a badge again and again while it is held before it. */
const SAME_SCAN_MS = 60_000;

/**
 * What each check of one badge at one place on one day counts for, whatever order they came in: the first by time counts.
 * A badge that is in already is repeated when the same door had it less than a minute ago, or when its phone said that it is
 * in; else two doors did not know of each other, and the badge may be copied.
 */
export function mergeChecks(checks: readonly CheckToMerge[]): Map<string, CheckOutcome> {
  const inTime = checks
    .map((check) => ({ ...check, ms: Date.parse(check.at) }))
    .sort((a, b) => a.ms - b.ms || (a.id < b.id ? -1 : Number(a.id > b.id)));
  const outcomes = new Map<string, CheckOutcome>();
  let inside = false;
  /** When each door had the badge last, since it came in. */
  const lastAt = new Map<string, number>();
  for (const { id, kind, doorId, ms, warned } of inTime) {
    const moves = (kind === 'in') !== inside;
    const again = ms - (lastAt.get(doorId) ?? Number.NEGATIVE_INFINITY) <= SAME_SCAN_MS;
    outcomes.set(id, moves ? 'counted' : kind === 'out' || again || warned ? 'repeated' : 'doubtful');
    if (moves) {
      inside = kind === 'in';
      lastAt.clear();
    }
    lastAt.set(doorId, ms);
  }
  return outcomes;
}
