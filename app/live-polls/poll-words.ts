import { m } from '#app/messages/compiled/messages.js';
import type { PollFaults } from '#app/model/live-polls.ts';
import type { FieldFault } from '#app/ui/error-summary.tsx';
import type { PollRefusal } from './poll-answer.ts';

/** What was refused, and what to do. */
export function refusalWords(reason: PollRefusal): string {
  switch (reason) {
    case 'poll-open':
      return m.live_polls_refused_poll_open();
    case 'poll-closed':
      return m.live_polls_refused_poll_closed();
    case 'poll-unknown':
      return m.live_polls_refused_poll_unknown();
    case 'option-unknown':
      return m.live_polls_refused_option_unknown();
    case 'point-unknown':
      return m.live_polls_refused_point_unknown();
    case 'section-locked':
      return m.live_polls_refused_section_locked();
    case 'too-large':
      return m.live_polls_refused_too_large();
    case 'meeting-closed':
      return m.live_polls_refused_meeting_closed();
    case 'proposal-unknown':
      return m.live_polls_refused_proposal_unknown();
    case 'offline':
      return m.live_polls_refused_offline();
  }
}

export const QUESTION_ID = 'poll-question';
export const optionId = (place: number) => `poll-option-${place}`;

/** Faults of the form, in its order, each linked to its field. */
export function faultWords(faults: PollFaults): FieldFault[] {
  const words: FieldFault[] = [];
  if (faults.question) {
    const message = faults.question === 'needed' ? m.live_polls_fault_question_needed() : m.live_polls_fault_question_too_long();
    words.push({ id: QUESTION_ID, message });
  }
  for (const [key, fault] of Object.entries(faults)) {
    if (key === 'question' || key === 'options') continue;
    const number = Number(key) + 1;
    const message = fault === 'twice' ? m.live_polls_fault_option_twice({ number }) : m.live_polls_fault_option_too_long({ number });
    words.push({ id: optionId(Number(key)), message });
  }
  if (faults.options) {
    const message = faults.options === 'too_few' ? m.live_polls_fault_too_few() : m.live_polls_fault_too_many();
    words.push({ id: optionId(0), message });
  }
  return words;
}
