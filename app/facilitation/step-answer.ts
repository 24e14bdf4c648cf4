import type { Facilitation } from '#app/model/facilitation.ts';

/** Why a step of the meeting was not taken. */
const STEP_REFUSALS = [
  'not_open',
  'not_started',
  'closed',
  'moved',
  'point_gone',
  'too_long',
  'request_gone',
  'not_now',
  'gone',
  'denied',
  'offline',
  'malformed',
] as const;
export type StepRefusal = (typeof STEP_REFUSALS)[number];

/** What the page is told after it sent a step: where the meeting is now, whatever became of it. */
export type StepAnswer = { facilitation: Facilitation } & (
  | { ok: true /** A speaker was named in these notes. */; section?: string | null }
  | { ok: false; reason: StepRefusal }
);

export function refusalOf(text: string | null): StepRefusal | null {
  return STEP_REFUSALS.find((one) => one === text) ?? null;
}
