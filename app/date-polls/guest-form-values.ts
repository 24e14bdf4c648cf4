import { m } from '#app/messages/compiled/messages.js';
import type { DatePollState } from '#app/model/date-polls.ts';
import { DIRECTORY_LIMITS, parseEmail } from '#app/model/directory.ts';
import type { Language } from '#app/model/language.ts';
import { cleanLine } from '#app/model/text.ts';
import { notOpenWords } from './poll-words.ts';

export interface GuestValues {
  givenName: string;
  familyName: string;
  organisationName: string;
  email: string;
}

export interface GuestAnswer {
  values: GuestValues;
  faults: Partial<Record<keyof GuestValues, string>>;
  notice?: string;
}

interface GuestWishOfForm extends GuestValues {
  language: Language;
}

/** A guest as they typed themselves, or what is to be corrected. */
export function parseGuest(form: FormData, language: Language): ({ ok: true; wish: GuestWishOfForm } | { ok: false }) & GuestAnswer {
  const typed = (name: keyof GuestValues) => String(form.get(name) ?? '').slice(0, 1000);
  const values = {
    ...{ givenName: cleanLine(typed('givenName')), familyName: cleanLine(typed('familyName')) },
    ...{ organisationName: cleanLine(typed('organisationName')), email: cleanLine(typed('email')) },
  };
  const faults: GuestAnswer['faults'] = {};
  const limit = (name: keyof GuestValues, max: number) => {
    if ([...values[name]].length > max) faults[name] = m.date_polls_too_long({ max, length: [...values[name]].length });
  };
  limit('givenName', DIRECTORY_LIMITS.personName);
  limit('familyName', DIRECTORY_LIMITS.personName);
  limit('organisationName', DIRECTORY_LIMITS.organisation);
  if (values.familyName === '') faults.familyName = m.date_polls_fault_no_name();
  const email = parseEmail(values.email);
  if (!email) faults.email = m.date_polls_fault_no_email();
  if (!email || Object.keys(faults).length > 0) return { ok: false, values, faults };
  return { ok: true, values, faults, wish: { ...values, email, language } };
}

export function guestRefusalWords(refusal: { reason: 'too_often' | 'full' } | { reason: 'not_open'; state: DatePollState }): string {
  switch (refusal.reason) {
    case 'too_often':
      return m.date_polls_guest_too_often();
    case 'full':
      return m.date_polls_guest_full();
    case 'not_open':
      return notOpenWords(refusal.state);
  }
}
