import { parseIsoDay } from '#app/model/iso-day.ts';
import { REVIEW_LIMITS } from '#app/model/reviews.ts';
import { cleanText } from '#app/model/text.ts';
import { isUuid } from '#app/model/uuid.ts';

/** What the form that opens a review holds, as it was typed. */
export interface OpeningValues {
  /** Of the review to be: the same form sent twice opens one. */
  id: string;
  deadline: string;
  message: string;
  /** Attendances that are ticked. */
  people: string[];
}

export type OpeningFault = 'deadline_needed' | 'deadline_past' | 'deadline_far' | 'message_too_long' | 'nobody';

export function readOpeningForm(form: FormData): OpeningValues {
  const text = (name: string, most: number) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.slice(0, most) : '';
  };
  return {
    ...{ id: text('id', 36), deadline: text('deadline', 30), message: text('message', 2 * REVIEW_LIMITS.message) },
    people: [...new Set(form.getAll('person').filter(isUuid))].slice(0, 2000),
  };
}

/** The same cleaned, or what is wrong in it; whether the day may be one is for the verb to say, which knows the clock. */
export function parseOpening(values: OpeningValues): { ok: true; opening: OpeningValues } | { ok: false; fault: OpeningFault } {
  const deadline = parseIsoDay(values.deadline);
  if (!deadline) return { ok: false, fault: 'deadline_needed' };
  const message = cleanText(values.message);
  if ([...message].length > REVIEW_LIMITS.message) return { ok: false, fault: 'message_too_long' };
  if (values.people.length === 0) return { ok: false, fault: 'nobody' };
  return { ok: true, opening: { ...values, deadline, message } };
}
