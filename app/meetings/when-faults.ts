import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatTime } from '#app/model/format-when.ts';
import { LONGEST_HOURS, LONGEST_SPAN_DAYS } from '#app/model/when.ts';
import type { WhenFault, WhenField, WhenInput } from '#app/model/when-input.ts';

/** What is wrong with a date, and what to do about it. */
export function whenFaultMessage(fault: WhenFault, input: WhenInput): string {
  switch (fault.fault) {
    case 'missing':
      return missing(fault.field);
    case 'not_a_date':
      return notADate(input[fault.field]);
    case 'not_a_time':
      return m.meetings_not_a_time();
    case 'end_before_start':
      return m.meetings_end_before_start();
    case 'too_long':
      return fault.field === 'to'
        ? m.meetings_span_too_long({ days: LONGEST_SPAN_DAYS })
        : m.meetings_time_too_long({ days: LONGEST_HOURS / 24 });
    case 'year_out_of_range':
      return m.meetings_year_out_of_range({ first: fault.first, last: fault.last });
    case 'missing_hour':
      return m.meetings_missing_hour({ next: formatTime(fault.next.slice(11), getLocale()) });
  }
}

function missing(field: WhenField): string {
  switch (field) {
    case 'start':
      return m.meetings_start_missing();
    case 'end':
      return m.meetings_end_missing();
    case 'month':
      return m.meetings_month_missing();
    case 'year':
      return m.meetings_year_missing();
    case 'whenKind':
      return m.meetings_when_kind_missing();
    default:
      return m.meetings_day_missing();
  }
}

/** 29 February is what people really get wrong: the year is told. */
function notADate(text: string): string {
  return /^\d{4}-02-29$/.test(text) ? m.meetings_no_leap_day({ year: text.slice(0, 4) }) : m.meetings_not_a_date();
}
