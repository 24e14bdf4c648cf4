import { m } from '#app/messages/compiled/messages.js';
import { DIRECTORY_LIMITS, parseEmail } from '#app/model/directory.ts';
import {
  type Answer,
  type Question,
  REGISTRATION_CATEGORIES,
  REGISTRATION_LIMITS,
  type RegistrationCategory,
} from '#app/model/registrations.ts';
import { cleanLine, cleanText } from '#app/model/text.ts';
import { isUuid } from '#app/model/uuid.ts';

/** One person of a form, as typed. */
export interface PersonValues {
  id: string;
  category: string;
  givenName: string;
  familyName: string;
  email: string;
  function: string;
  organisationName: string;
  /** By question: the text, or what is chosen. */
  answers: Record<string, string[]>;
  meetingIds: string[];
}

/** By the name of the control. */
export type Faults = Record<string, string>;

export function emptyPerson(id: string, given: Partial<PersonValues> = {}): PersonValues {
  return {
    ...{ id, category: '', givenName: '', familyName: '', email: '', function: '', organisationName: '', answers: {}, meetingIds: [] },
    ...given,
  };
}

/** The control of an answer. */
export const answerName = (prefix: string, questionId: string) => `${prefix}q-${questionId}`;

// nobody types a novel into a field: what is longer is refused by the limits, and not carried back and forth either
const LONGEST = 20_000;

/** Of a form with several people, the names of a person's controls begin with `prefix`. */
export function personValuesOf(form: FormData, prefix: string, questions: readonly Question[]): PersonValues {
  const text = (name: string) => String(form.get(prefix + name) ?? '').slice(0, LONGEST);
  const texts = (name: string) => form.getAll(prefix + name).map((value) => String(value).slice(0, LONGEST));
  return {
    ...{ id: text('id'), category: text('category'), givenName: text('givenName'), familyName: text('familyName') },
    ...{ email: text('email'), function: text('function'), organisationName: text('organisationName') },
    answers: Object.fromEntries(questions.map(({ id }) => [id, texts(`q-${id}`)])),
    meetingIds: [...new Set(texts('session'))],
  };
}

export interface ParsedPerson {
  id: string;
  category: RegistrationCategory;
  givenName: string;
  familyName: string;
  email: string | null;
  function: string;
  organisationName: string;
  answers: Answer[];
  meetingIds: string[];
}

/** A person as they are kept, or what is to be corrected, by the names of the controls. */
export function parsePerson(
  values: PersonValues,
  questions: readonly Question[],
  { prefix = '', emailRequired = true }: { prefix?: string; emailRequired?: boolean } = {},
): { person: ParsedPerson } | { faults: Faults } {
  const faults: Faults = {};
  const line = (name: 'givenName' | 'familyName' | 'function' | 'organisationName', max: number) => {
    const clean = cleanLine(values[name]);
    const { length } = [...clean];
    if (length > max) faults[prefix + name] = m.registrations_fault_length({ max, length });
    return clean;
  };
  const givenName = line('givenName', DIRECTORY_LIMITS.personName);
  const familyName = line('familyName', DIRECTORY_LIMITS.personName);
  if (familyName === '') faults[`${prefix}familyName`] = m.registrations_fault_no_name();
  const said = {
    function: line('function', DIRECTORY_LIMITS.function),
    organisationName: line('organisationName', DIRECTORY_LIMITS.organisation),
  };
  const typed = cleanLine(values.email);
  const email = parseEmail(typed);
  if (!email && (emailRequired || typed !== '')) faults[`${prefix}email`] = m.registrations_fault_no_email();
  const category = REGISTRATION_CATEGORIES.find((one) => one === values.category);
  if (!category) faults[`${prefix}category`] = m.registrations_fault_no_category();
  if (values.meetingIds.length > REGISTRATION_LIMITS.sessions || !values.meetingIds.every(isUuid))
    faults[`${prefix}session`] = m.registrations_fault_session();
  const answers = questions.map((question) => answerOf(question, values.answers[question.id] ?? []));
  if (!category || !isUuid(values.id) || Object.keys(faults).length > 0) return { faults };
  return { person: { id: values.id, category, givenName, familyName, email, ...said, answers, meetingIds: values.meetingIds } };
}

function answerOf({ id: questionId, kind }: Question, given: readonly string[]): Answer {
  if (kind === 'short_text') return { questionId, words: cleanLine(given[0] ?? ''), chosen: [] };
  if (kind === 'long_text') return { questionId, words: cleanText(given[0] ?? ''), chosen: [] };
  return { questionId, words: '', chosen: given.filter((one) => one !== '') };
}
