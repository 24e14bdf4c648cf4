import { m } from '#app/messages/compiled/messages.js';
import { REVIEW_DAYS, REVIEW_LIMITS } from '#app/model/reviews.ts';
import type { OpeningFault } from './opening-values.ts';

export function openingFaultWords(fault: OpeningFault | 'empty' | 'cancelled' | 'wrong_state'): string {
  switch (fault) {
    case 'deadline_needed':
      return m.reviews_fault_deadline_needed();
    case 'deadline_past':
      return m.reviews_fault_deadline_past();
    case 'deadline_far':
      return m.reviews_fault_deadline_far({ days: REVIEW_DAYS.most });
    case 'message_too_long':
      return m.reviews_fault_text_too_long({ max: REVIEW_LIMITS.message });
    case 'nobody':
      return m.reviews_fault_nobody();
    case 'empty':
      return m.reviews_fault_empty();
    case 'cancelled':
      return m.reviews_fault_cancelled();
    case 'wrong_state':
      return m.reviews_fault_wrong_state();
  }
}

/** Said once, after something was done; '' for what the address says besides. */
export function organiserDoneWords(done: string | null, count: number): string {
  switch (done) {
    case 'opened':
      return m.reviews_done_opened({ count });
    case 'reminded':
      return count > 0 ? m.reviews_done_reminded({ count }) : m.reviews_done_reminded_nobody();
    case 'extended':
      return m.reviews_done_extended();
    case 'closed':
      return m.reviews_done_closed();
    default:
      return '';
  }
}
