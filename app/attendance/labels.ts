import { m } from '#app/messages/compiled/messages.js';
import type { Answer, AnswerFault, AttendanceRole, GivenAnswer } from '#app/model/attendance.ts';

/** What an answer is called by the person who gives it: « Je me fais suppléer ». */
export function answerLabel(answer: GivenAnswer): string {
  return {
    in_person: m.attendance_answer_in_person,
    remote: m.attendance_answer_remote,
    represented: m.attendance_answer_represented,
    declined: m.attendance_answer_declined,
  }[answer]();
}

/** What an answer is called in a list of people: « Suppléance ». */
export function stateLabel(answer: Answer): string {
  return {
    in_person: m.attendance_state_in_person,
    remote: m.attendance_state_remote,
    represented: m.attendance_state_represented,
    declined: m.attendance_state_declined,
    none: m.attendance_state_none,
  }[answer]();
}

/** What a number of them is called: « Suppléances ». */
export function statesLabel(answer: Answer): string {
  return {
    in_person: m.attendance_states_in_person,
    remote: m.attendance_states_remote,
    represented: m.attendance_states_represented,
    declined: m.attendance_states_declined,
    none: m.attendance_states_none,
  }[answer]();
}

export function roleLabel(role: AttendanceRole): string {
  return {
    chair: m.attendance_role_chair,
    facilitator: m.attendance_role_facilitator,
    speaker: m.attendance_role_speaker,
    participant: m.attendance_role_participant,
    interpreter: m.attendance_role_interpreter,
    organiser: m.attendance_role_organiser,
    rapporteur: m.attendance_role_rapporteur,
  }[role]();
}

export function faultMessage(fault: AnswerFault): string {
  return {
    answer_needed: m.attendance_fault_answer_needed,
    name_needed: m.attendance_fault_name_needed,
    name_too_long: m.attendance_fault_name_too_long,
    function_too_long: m.attendance_fault_function_too_long,
  }[fault]();
}

/** Why nobody was invited. */
export const INVITE_FAULTS = {
  cancelled: m.attendance_fault_cancelled,
  not_your_group: m.attendance_fault_not_your_group,
  too_many: m.attendance_fault_too_many,
  count_changed: m.attendance_fault_count_changed,
} as const;

/** Why an invitation was not sent again. */
export const RESEND_FAULTS = {
  gone: m.attendance_fault_gone,
  no_address: m.attendance_fault_no_address,
  not_inviting: m.attendance_fault_not_inviting,
} as const;
