import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { DATE_POLL_LIMITS, type DeadlineFault } from '#app/model/date-polls.ts';
import { formatTime } from '#app/model/format-when.ts';

export type DateRefusal =
  | { reason: 'missing_hour'; next: string }
  | { reason: 'twice' | 'past' | 'before_deadline' | 'there' | 'too_many' | 'ended' | 'unknown' | 'last' };

/** What is wrong with one date, and what to do. */
export function dateFaultWords(refusal: DateRefusal): string {
  switch (refusal.reason) {
    case 'missing_hour':
      return m.date_polls_fault_missing_hour({ next: formatTime(refusal.next.slice(11), getLocale()) });
    case 'twice':
    case 'there':
      return m.date_polls_fault_twice();
    case 'past':
      return m.date_polls_fault_past();
    case 'before_deadline':
      return m.date_polls_fault_before_deadline();
    case 'too_many':
      return m.date_polls_fault_too_many({ max: DATE_POLL_LIMITS.options });
    case 'last':
      return m.date_polls_fault_last();
    case 'ended':
      return m.date_polls_fault_ended();
    case 'unknown':
      return m.date_polls_fault_unknown_date();
  }
}

export function deadlineFaultWords(fault: DeadlineFault): string {
  switch (fault) {
    case 'deadline_past':
      return m.date_polls_fault_deadline_past();
    case 'deadline_far':
      return m.date_polls_fault_deadline_far();
    case 'deadline_after_first':
      return m.date_polls_fault_deadline_after_first();
  }
}
