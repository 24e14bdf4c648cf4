import { m } from '#app/messages/compiled/messages.js';
import { DIRECTORY_LIMITS, parseEmail } from '#app/model/directory.ts';
import { SPEAKER_ROLES, type SpeakerRole } from '#app/model/speakers.ts';
import { cleanLine } from '#app/model/text.ts';
import { parseUuid } from '#app/model/uuid.ts';
import type { SpeakerToAdd } from '#server/speakers/add-speaker.ts';

const FIELDS = ['id', 'session', 'role', 'givenName', 'familyName', 'function', 'organisation', 'email'] as const;
export type AddValues = Record<(typeof FIELDS)[number], string>;
export type AddFaults = Partial<Record<keyof AddValues, string>>;

export const emptyAdd = (id: string): AddValues => ({
  ...{ id, session: '', role: 'speaker', givenName: '', familyName: '', function: '', organisation: '', email: '' },
});

const LIMITS = {
  givenName: DIRECTORY_LIMITS.personName,
  familyName: DIRECTORY_LIMITS.personName,
  function: DIRECTORY_LIMITS.function,
  organisation: DIRECTORY_LIMITS.organisation,
} as const;

/** Whom an organiser wants to add, and where; `wish` null: something is to be corrected. */
export function readAdd(form: FormData): {
  values: AddValues;
  faults: AddFaults;
  wish: { meetingId: string; role: SpeakerRole; person: SpeakerToAdd } | null;
} {
  const values = Object.fromEntries(FIELDS.map((name) => [name, textOf(form.get(name))])) as AddValues;
  const faults: AddFaults = {};
  const meetingId = parseUuid(values.session);
  const role = SPEAKER_ROLES.find((one) => one === values.role);
  if (!meetingId) faults.session = m.speakers_fault_session();
  if (!role) faults.role = m.speakers_fault_needed();
  if (values.familyName === '') faults.familyName = m.speakers_fault_needed();
  for (const name of ['givenName', 'familyName', 'function', 'organisation'] as const)
    if ([...values[name]].length > LIMITS[name]) faults[name] = m.speakers_fault_too_long({ max: LIMITS[name] });
  const email = values.email === '' ? null : parseEmail(values.email);
  if (values.email !== '' && email === null) faults.email = m.speakers_fault_email();
  if (!meetingId || !role || Object.keys(faults).length > 0) return { values, faults, wish: null };
  const { id, givenName, familyName, function: what, organisation } = values;
  return { values, faults, wish: { meetingId, role, person: { id, givenName, familyName, function: what, organisation, email } } };
}

const textOf = (value: FormDataEntryValue | null) => cleanLine(typeof value === 'string' ? value : '');
