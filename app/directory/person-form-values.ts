import { m } from '#app/messages/compiled/messages.js';
import { DIRECTORY_LIMITS, parseEmail } from '#app/model/directory.ts';
import { LANGUAGES, type Language } from '#app/model/language.ts';
import { cleanLine } from '#app/model/text.ts';
import { findTimeZone } from '#app/model/time-zones.ts';

/** A person's record as typed; the names are those of the form's controls. */
export interface PersonFormValues {
  givenName: string;
  familyName: string;
  function: string;
  organisation: string;
  email: string;
  language: string;
  timeZone: string;
}
export type PersonFaults = Partial<Record<keyof PersonFormValues, string>>;

interface Edit {
  givenName: string;
  familyName: string;
  function: string;
  organisation: string;
  email: string | null;
  language: Language;
  timeZone: string;
}

export function personFormValues(form: FormData): PersonFormValues {
  const text = (name: keyof PersonFormValues) => String(form.get(name) ?? '');
  return {
    givenName: text('givenName'),
    familyName: text('familyName'),
    function: text('function'),
    organisation: text('organisation'),
    email: text('email'),
    language: text('language'),
    timeZone: text('timeZone'),
  };
}

/** A record out of what was typed, or what is to be corrected. */
export function parsePersonForm(values: PersonFormValues): { edit: Edit } | { faults: PersonFaults } {
  const faults: PersonFaults = {};
  const line = (field: 'givenName' | 'familyName' | 'function' | 'organisation', max: number) => {
    const clean = cleanLine(values[field]);
    const length = [...clean].length;
    if (length > max) faults[field] = m.directory_too_long({ max, length });
    return clean;
  };
  const names = {
    givenName: line('givenName', DIRECTORY_LIMITS.personName),
    familyName: line('familyName', DIRECTORY_LIMITS.personName),
    function: line('function', DIRECTORY_LIMITS.function),
    organisation: line('organisation', DIRECTORY_LIMITS.organisation),
  };
  if (names.familyName === '') faults.familyName = m.directory_family_name_missing();
  const email = values.email.trim() === '' ? null : parseEmail(values.email);
  if (email === null && values.email.trim() !== '') faults.email = m.directory_email_invalid();
  const language = LANGUAGES.find((one) => one === values.language);
  if (!language) faults.language = m.directory_language_missing();
  const timeZone = findTimeZone(values.timeZone);
  if (!timeZone) faults.timeZone = m.directory_time_zone_unknown();
  if (Object.keys(faults).length > 0 || !language || !timeZone) return { faults };
  return { edit: { ...names, email, language, timeZone } };
}
