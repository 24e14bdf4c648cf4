import { m } from '#app/messages/compiled/messages.js';
import { MAX_PROPOSED, MAX_REASON } from '#app/model/complements.ts';
import { REVIEW_LIMITS } from '#app/model/reviews.ts';
import type { Decided } from '#server/complements/decision.ts';
import type { Reopened } from '#server/complements/reopen-complement.ts';
import type { Intent, SentDecision, SentFault } from './decision-form.ts';

/** A decision that was not taken, and what its organiser had typed. */
export interface Refusal {
  sent: SentDecision;
  message: string;
}

/** Why a decision was not taken, in words. */
export function decidedWords(refused: Exclude<Decided, { ok: true }>, intent: Intent): string {
  switch (refused.reason) {
    case 'decided': {
      const { state, byName: by, reason } = refused.decision;
      if (state === 'withdrawn') return m.complements_fault_withdrawn();
      return state === 'accepted' ? m.complements_fault_decided_accepted({ by }) : m.complements_fault_decided_refused({ by, reason });
    }
    case 'empty':
      return intent === 'refuse' ? m.complements_fault_no_reason() : m.complements_fault_empty();
    case 'closed':
      return m.complements_fault_closed();
    case 'changed':
      return m.complements_fault_changed();
    case 'conflict':
      return m.complements_fault_conflict();
    case 'gone':
      return m.complements_fault_gone();
    case 'too-large':
      return m.complements_fault_too_large();
    case 'person-gone':
    case 'unknown':
    case 'not-allowed':
      return m.complements_fault_person_gone();
  }
}

export function reopenedWords(refused: Exclude<Reopened, { ok: true }>): string {
  switch (refused.reason) {
    case 'changed':
      return m.complements_fault_undo_changed();
    case 'open':
      return m.complements_fault_open();
    case 'closed':
    case 'unknown':
    case 'not-allowed':
      return m.complements_fault_closed();
  }
}

export function sentWords(fault: SentFault): string {
  const most = { 'text-too-long': MAX_PROPOSED, 'reason-too-long': MAX_REASON, 'name-too-long': REVIEW_LIMITS.name };
  return m.complements_fault_too_long({ max: most[fault] });
}
