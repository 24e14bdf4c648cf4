import type { MinutesState } from './minutes.ts';

/** Longest lists of an edition, and longest delay in days (db/migrations/019-rapporteurs.sql). */
export const RAPPORTEUR_LIMITS = { dueDays: 365, headings: 30, ofASession: 10 } as const;

/** The day before the deadline, the day after, a week after; 'asked' by an organiser. */
export const REPORT_LEVELS = ['eve', 'late', 'week', 'asked'] as const;
export type ReportLevel = (typeof REPORT_LEVELS)[number];

/** Steps of the report of a session, in their order. */
export const REPORT_STEPS = ['nobody', 'to_write', 'writing', 'handed_in', 'in_review', 'approved', 'published'] as const;
export type ReportStep = (typeof REPORT_STEPS)[number];

export interface ReportFacts {
  rapporteurs: number;
  words: number;
  /** Instant. */
  handedInAt: string | null;
  minutes: MinutesState;
}

/** Where the report of a session stands: what was done with its minutes outranks what was handed in. */
export function reportStep({ rapporteurs, words, handedInAt, minutes }: ReportFacts): ReportStep {
  if (minutes !== 'draft') return minutes;
  if (handedInAt !== null) return 'handed_in';
  if (words > 0) return 'writing';
  return rapporteurs === 0 ? 'nobody' : 'to_write';
}

/** The report left the rapporteurs' hands: nobody is late with it any more. */
export function isWithOrganisers(step: ReportStep): boolean {
  return step === 'handed_in' || step === 'in_review' || step === 'approved' || step === 'published';
}

/**
 * Last day of writing, 'YYYY-MM-DD': the session's own, else so many days after the day on which it ends; null: none, or
 * nobody knows when it takes place.
 */
export function dueOn({ own, lastDay, dueDays }: { own: string | null; lastDay: string | null; dueDays: number | null }): string | null {
  if (own !== null) return own;
  if (lastDay === null || dueDays === null) return null;
  return Temporal.PlainDate.from(lastDay).add({ days: dueDays }).toString();
}

/** Days since the deadline; negative while there is time, 0 on the day itself. */
export function daysLate(due: string, today: string): number {
  return Temporal.PlainDate.from(due).until(today).days;
}

/** Which reminder is owed on this day, by itself; of several that were missed, the latest. */
export function levelOwed(due: string, today: string): Exclude<ReportLevel, 'asked'> | null {
  const late = daysLate(due, today);
  if (late >= 7 && late < 28) return 'week';
  if (late >= 1 && late < 7) return 'late';
  return late === -1 || late === 0 ? 'eve' : null;
}
