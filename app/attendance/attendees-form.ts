import { z } from 'zod';
import { m } from '#app/messages/compiled/messages.js';
import {
  type AnswerGiven,
  ATTENDANCE_LIMITS,
  ATTENDANCE_ROLES,
  type AttendanceRole,
  NOTES_ACCESS,
  type NotesAccess,
} from '#app/model/attendance.ts';
import { DIRECTORY_LIMITS, parseEmail } from '#app/model/directory.ts';
import { cleanLine } from '#app/model/text.ts';
import type { FieldFault } from '#app/ui/error-summary.tsx';
import { readAnswer } from './answer-values.ts';
import { faultMessage } from './labels.ts';

/** What the organisers' page sends, named by the hidden field `intent`. */
export const INTENTS = ['invite-group', 'invite-people', 'invite-new', 'check-in', 'edit', 'note-answer', 'resend', 'remove'] as const;
export type Intent = (typeof INTENTS)[number];

/** Null: no form of this page. */
export function readIntent(form: FormData): Intent | null {
  return INTENTS.find((intent) => intent === form.get('intent')) ?? null;
}

/** A form, read; or what to correct in it. */
export type Read<T> = { ok: true; value: T } | { ok: false; faults: FieldFault[] };

const id = z.uuid();
const wrongForm = (): Read<never> => ({ ok: false, faults: [{ message: m.attendance_fault_form() }] });
const longest = (text: string, most: number) => [...text].length <= most;
const textOf = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};
const lineOf = (form: FormData, name: string) => cleanLine(textOf(form, name));

/** The role offered for new people; whatever else comes is taken for the usual one. */
export function readRole(form: FormData): AttendanceRole[] {
  return [ATTENDANCE_ROLES.find((role) => role === form.get('role')) ?? 'participant'];
}

export function readGroup(form: FormData): Read<{ groupId: string; expected: number }> {
  const parsed = z
    .object({ groupId: id, expected: z.coerce.number().int().min(0) })
    .safeParse({ groupId: form.get('groupId'), expected: form.get('expected') });
  return parsed.success ? { ok: true, value: parsed.data } : wrongForm();
}

export function readPeople(form: FormData): Read<string[]> {
  const parsed = z.array(id).max(ATTENDANCE_LIMITS.attendees).safeParse(form.getAll('personId'));
  if (!parsed.success) return wrongForm();
  if (parsed.data.length === 0) return { ok: false, faults: [{ id: 'people-found', message: m.attendance_fault_nobody_chosen() }] };
  return { ok: true, value: [...new Set(parsed.data)] };
}

/** What a form brought, to be shown again with its faults; several values of one name stand in one text, with spaces. */
export type Typed = Partial<Record<string, string>>;

/** Longer texts are not sent back: a form that holds ten thousand characters helps nobody. */
const SHOWN_AGAIN = 400;

export function typedIn(form: FormData): Typed {
  const names = new Set(form.keys());
  const shown = (name: string) =>
    form.getAll(name).map((value) => (typeof value === 'string' ? value.toWellFormed().slice(0, SHOWN_AGAIN) : ''));
  return Object.fromEntries([...names].slice(0, 20).map((name) => [name, shown(name).slice(0, 10).join(' ')]));
}

export function readNewPerson(form: FormData): Read<NewPerson> {
  const person = {
    id: textOf(form, 'id'),
    givenName: lineOf(form, 'givenName'),
    familyName: lineOf(form, 'familyName'),
    function: lineOf(form, 'function'),
    organisation: lineOf(form, 'organisation'),
  };
  const typedEmail = textOf(form, 'email').trim();
  const email = typedEmail ? parseEmail(typedEmail) : null;
  if (!id.safeParse(person.id).success) return wrongForm();
  const { personName } = DIRECTORY_LIMITS;
  const faults: FieldFault[] = [];
  if (!longest(person.givenName, personName)) faults.push({ id: 'new-givenName', message: m.attendance_fault_given_name() });
  if (!person.familyName || !longest(person.familyName, personName))
    faults.push({ id: 'new-familyName', message: m.attendance_fault_family_name() });
  if (!longest(person.function, DIRECTORY_LIMITS.function)) faults.push({ id: 'new-function', message: m.attendance_fault_function() });
  if (!longest(person.organisation, DIRECTORY_LIMITS.organisation))
    faults.push({ id: 'new-organisation', message: m.attendance_fault_organisation() });
  if (typedEmail && !email) faults.push({ id: 'new-email', message: m.attendance_fault_email() });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: { ...person, email } };
}

type NewPerson = Record<'id' | 'givenName' | 'familyName' | 'function' | 'organisation', string> & { email: string | null };

/** Which attendance a form is about; null: none of this shape. */
export function readAttendanceId(form: FormData): string | null {
  const parsed = id.safeParse(form.get('attendanceId'));
  return parsed.success ? parsed.data : null;
}

export function readEdit(
  form: FormData,
): Read<{ function: string; organisationName: string; roles: AttendanceRole[]; notesAccess: NotesAccess }> {
  const value = {
    function: lineOf(form, 'function'),
    organisationName: lineOf(form, 'organisationName'),
    roles: ATTENDANCE_ROLES.filter((role) => form.getAll('roles').includes(role)),
    notesAccess: NOTES_ACCESS.find((access) => access === form.get('notesAccess')) ?? 'write',
  };
  const faults: FieldFault[] = [];
  if (!longest(value.function, ATTENDANCE_LIMITS.function)) faults.push({ id: 'edit-function', message: m.attendance_fault_function() });
  if (!longest(value.organisationName, ATTENDANCE_LIMITS.organisation))
    faults.push({ id: 'edit-organisation', message: m.attendance_fault_organisation() });
  if (value.roles.length === 0) faults.push({ id: 'edit-roles', message: m.attendance_fault_roles() });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value };
}

/** Null: the answer is taken back. */
export function readNotedAnswer(form: FormData): Read<AnswerGiven | null> {
  if (form.get('answer') === 'none') return { ok: true, value: null };
  const sent = readAnswer(form);
  if (sent.ok) return { ok: true, value: sent.given };
  const field = sent.refused.fault === 'answer_needed' ? 'edit-answer' : 'edit-substituteName';
  return { ok: false, faults: [{ id: field, message: faultMessage(sent.refused.fault) }] };
}
