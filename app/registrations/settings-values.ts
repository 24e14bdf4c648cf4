import { m } from '#app/messages/compiled/messages.js';
import { EDITION_LIMITS } from '#app/model/programme.ts';
import {
  QUESTION_KINDS,
  type Question,
  REGISTRATION_CATEGORIES,
  REGISTRATION_LIMITS,
  type RegistrationCategory,
} from '#app/model/registrations.ts';
import { cleanLine, cleanText } from '#app/model/text.ts';
import { isUuid } from '#app/model/uuid.ts';
import type { Faults } from './registration-values.ts';

/** The form of the settings, as typed. */
export interface SettingsValues {
  opensOn: string;
  closesOn: string;
  capacity: string;
  categories: string[];
  takesSessions: boolean;
  information: string;
  revision: string;
}

export function settingsValuesOf(form: FormData): SettingsValues {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 20_000);
  return {
    ...{ opensOn: text('opensOn'), closesOn: text('closesOn'), capacity: text('capacity'), information: text('information') },
    ...{ categories: form.getAll('category').map(String), takesSessions: form.get('takesSessions') === 'yes', revision: text('revision') },
  };
}

export interface ParsedSettings {
  opensOn: string | null;
  closesOn: string | null;
  capacity: number | null;
  categories: RegistrationCategory[];
  takesSessions: boolean;
  information: string;
}

export function parseSettings(values: SettingsValues, endsOn: string): { settings: ParsedSettings } | { faults: Faults } {
  const faults: Faults = {};
  const opensOn = dayOf(values.opensOn);
  const closesOn = dayOf(values.closesOn);
  if (values.opensOn !== '' && !opensOn) faults.opensOn = m.registrations_fault_day();
  if (values.closesOn !== '' && !closesOn) faults.closesOn = m.registrations_fault_day();
  if (closesOn && !opensOn) faults.opensOn = m.registrations_fault_no_opening();
  if (opensOn && closesOn && closesOn < opensOn) faults.closesOn = m.registrations_fault_closes_before();
  if (opensOn && opensOn > endsOn) faults.opensOn = m.registrations_fault_opens_after();
  const typed = values.capacity.replace(/\s/g, '');
  const capacity = /^\d{1,6}$/.test(typed) ? Number(typed) : null;
  if (typed !== '' && (capacity === null || capacity < 1 || capacity > EDITION_LIMITS.capacity))
    faults.capacity = m.registrations_fault_capacity({ max: EDITION_LIMITS.capacity });
  const categories = REGISTRATION_CATEGORIES.filter((one) => values.categories.includes(one));
  if (categories.length === 0) faults.category = m.registrations_fault_no_open_category();
  const information = cleanText(values.information);
  const { length } = [...information];
  if (length > REGISTRATION_LIMITS.information)
    faults.information = m.registrations_fault_length({ max: REGISTRATION_LIMITS.information, length });
  if (Object.keys(faults).length > 0) return { faults };
  return { settings: { opensOn, closesOn, capacity, categories, takesSessions: values.takesSessions, information } };
}

function dayOf(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    return null; // RangeError: the 31st of a short month
  }
}

/** The form of a question, as typed. */
export interface QuestionValues {
  id: string;
  kind: string;
  label: string;
  hint: string;
  required: boolean;
  /** One a line. */
  options: string;
}

export function questionValuesOf(form: FormData): QuestionValues {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 20_000);
  return {
    ...{ id: text('id'), kind: text('kind'), label: text('label'), hint: text('hint'), options: text('options') },
    required: form.get('required') === 'yes',
  };
}

/** A question as it is kept, or what is to be corrected; `suffix` tells its controls from those of the others. */
export function parseQuestion(values: QuestionValues, suffix: string): { question: Question } | { faults: Faults } {
  const faults: Faults = {};
  const kind = QUESTION_KINDS.find((one) => one === values.kind);
  const label = cleanLine(values.label);
  const hint = cleanLine(values.hint);
  if (label === '') faults[`label${suffix}`] = m.registrations_fault_no_label();
  const limit = (name: string, text: string, max: number) => {
    const { length } = [...text];
    if (length > max) faults[name + suffix] = m.registrations_fault_length({ max, length });
  };
  limit('label', label, REGISTRATION_LIMITS.label);
  limit('hint', hint, REGISTRATION_LIMITS.hint);
  const listed = kind === 'one_of' || kind === 'several_of';
  const options = listed ? [...new Set(values.options.split(/\r?\n/).map(cleanLine).filter(Boolean))] : [];
  if (listed && options.length < 2) faults[`options${suffix}`] = m.registrations_fault_options();
  if (options.length > REGISTRATION_LIMITS.options)
    faults[`options${suffix}`] = m.registrations_fault_many_options({ max: REGISTRATION_LIMITS.options });
  for (const option of options) limit('options', option, REGISTRATION_LIMITS.option);
  if (!kind || !isUuid(values.id) || Object.keys(faults).length > 0) return { faults };
  return { question: { id: values.id, kind, label, hint, required: values.required, options } };
}
