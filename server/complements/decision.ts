import type { HeldComplement } from '#db/complements/decide.ts';

/** What was decided, and by whom. */
export interface DecisionMade {
  state: 'accepted' | 'refused' | 'withdrawn';
  byName: string;
  /** Instant; null: its author took it back. */
  at: string | null;
  reason: string;
}

export type Decided =
  | { ok: true; authorName: string }
  /** unknown: no such complement of this meeting. */
  | { ok: false; reason: 'unknown' | 'not-allowed' }
  /** Somebody else was first, or its author took it back. */
  | { ok: false; reason: 'decided'; decision: DecisionMade }
  /** Nobody changes these minutes any more, or until they are opened again. */
  | { ok: false; reason: 'closed' }
  /**
   * changed: the notes say something else than what was seen · conflict: what they say contradicts what is proposed · gone: the
   * paragraph is no more, say where to put it · empty: without a word, or without the reason that a refusal needs.
   */
  | { ok: false; reason: 'changed' | 'conflict' | 'gone' | 'empty' | 'too-large' | 'person-gone' };

export function decisionOf({ state, decidedByName, decidedAt, reason }: HeldComplement): DecisionMade | null {
  return state === 'open' ? null : { state, byName: decidedByName, at: decidedAt, reason };
}
