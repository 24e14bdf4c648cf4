import { m } from '#app/messages/compiled/messages.js';
import type { AnswerFault } from '#app/model/registration-answers.ts';
import {
  type Openness,
  type Question,
  type QuestionKind,
  REGISTRATION_LIMITS,
  type RegistrationCategory,
  type RegistrationState,
  type Room,
} from '#app/model/registrations.ts';

const CATEGORIES: Record<RegistrationCategory, () => string> = {
  member: m.registrations_category_member,
  partner: m.registrations_category_partner,
  speaker: m.registrations_category_speaker,
  press: m.registrations_category_press,
};
export const categoryWords = (category: RegistrationCategory) => CATEGORIES[category]();

const STATES: Record<RegistrationState, () => string> = {
  registered: m.registrations_state_registered,
  waiting: m.registrations_state_waiting,
  cancelled: m.registrations_state_cancelled,
};
export const stateWords = (state: RegistrationState) => STATES[state]();
/** How each state looks; the colour only repeats the word. */
export const STATE_LOOKS = { registered: 'ok', waiting: 'warn', cancelled: 'soft' } as const satisfies Record<RegistrationState, string>;

const KINDS: Record<QuestionKind, () => string> = {
  short_text: m.registrations_kind_short_text,
  long_text: m.registrations_kind_long_text,
  one_of: m.registrations_kind_one_of,
  several_of: m.registrations_kind_several_of,
  yes_no: m.registrations_kind_yes_no,
};
export const kindWords = (kind: QuestionKind) => KINDS[kind]();

/** How full it is; the exact number would tell who is registered already. */
export function roomWords(room: Room, capacity: number | null): string {
  if (capacity === null) return m.registrations_room_open();
  if (room === 'full') return m.registrations_room_full({ capacity });
  return room === 'few' ? m.registrations_room_few({ capacity }) : m.registrations_room_free({ capacity });
}

/** An option as it is read; 'yes' and 'no' in the reader's language. */
export function optionWords({ kind }: Pick<Question, 'kind'>, option: string): string {
  if (kind !== 'yes_no') return option;
  return option === 'yes' ? m.registrations_yes() : m.registrations_no();
}

export function answerFaultWords(question: Question, fault: AnswerFault): string {
  switch (fault) {
    case 'required':
      return m.registrations_fault_required({ question: question.label });
    case 'too_long':
      return m.registrations_fault_too_long({
        max: question.kind === 'short_text' ? REGISTRATION_LIMITS.shortText : REGISTRATION_LIMITS.longText,
      });
    case 'not_offered':
      return m.registrations_fault_not_offered({ question: question.label });
  }
}

/** Why nobody can register now. */
export function closedWords(openness: Exclude<Openness, 'open'>, opens: string | null): string {
  if (openness === 'early') return m.registrations_closed_early({ day: opens ?? '' });
  return openness === 'over' ? m.registrations_closed_over() : m.registrations_closed_unset();
}
