import { m } from '#app/messages/compiled/messages.js';
import { readAttendeeTable } from '#app/model/attendee-table.ts';
import { DIRECTORY_LIMITS, parseEmail } from '#app/model/directory.ts';
import { type Question, REGISTRATION_LIMITS } from '#app/model/registrations.ts';
import { cleanLine } from '#app/model/text.ts';
import { isUuid } from '#app/model/uuid.ts';
import { emptyPerson, type Faults, type ParsedPerson, type PersonValues, parsePerson, personValuesOf } from './registration-values.ts';

/** The form of a delegation, as typed. */
export interface DelegationValues {
  id: string;
  organisation: string;
  contactGivenName: string;
  contactFamilyName: string;
  contactEmail: string;
  people: PersonValues[];
  /** What was pasted and not read yet. */
  table: string;
}

export const prefixOf = (index: number) => `p${index}-`;

const ROWS_AT_FIRST = 2;
const ROWS_MORE = 3;

export function emptyDelegation(newId: () => string, given: Partial<DelegationValues> = {}): DelegationValues {
  const people = Array.from({ length: ROWS_AT_FIRST }, () => emptyPerson(newId()));
  return { id: newId(), organisation: '', contactGivenName: '', contactFamilyName: '', contactEmail: '', people, table: '', ...given };
}

export function delegationValuesOf(form: FormData, questions: readonly Question[]): DelegationValues {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 1000);
  const count = Math.min(Number.parseInt(text('rows'), 10) || 0, REGISTRATION_LIMITS.delegation);
  const people = Array.from({ length: count }, (_, index) => personValuesOf(form, prefixOf(index), questions));
  return {
    ...{ id: text('id'), organisation: text('organisation'), contactGivenName: text('contactGivenName') },
    ...{ contactFamilyName: text('contactFamilyName'), contactEmail: text('contactEmail'), people },
    table: String(form.get('table') ?? ''),
  };
}

/** A row that nobody wrote into. */
const isEmpty = ({ givenName, familyName, email, function: role }: PersonValues) =>
  [givenName, familyName, email, role].every((text) => cleanLine(text) === '');

export function withMoreRows(values: DelegationValues, newId: () => string): DelegationValues {
  const room = REGISTRATION_LIMITS.delegation - values.people.length;
  const more = Array.from({ length: Math.min(ROWS_MORE, room) }, () => emptyPerson(newId()));
  return { ...values, people: [...values.people, ...more] };
}

export function withoutRow(values: DelegationValues, index: number): DelegationValues {
  return { ...values, people: values.people.filter((_, row) => row !== index) };
}

/** Rows of a table that was pasted from a spreadsheet, after those that are filled in; or why it cannot be read. */
export function withTable(values: DelegationValues, newId: () => string): { values: DelegationValues } | { fault: string } {
  const read = readAttendeeTable(values.table);
  if (!read.ok) return { fault: read.reason === 'empty' ? m.registrations_table_empty() : m.registrations_table_unreadable() };
  const filled = values.people.filter((person) => !isEmpty(person));
  const pasted = read.rows.map(({ givenName, familyName, email, function: role }) =>
    emptyPerson(newId(), { givenName, familyName, email, function: role }),
  );
  if (filled.length + pasted.length > REGISTRATION_LIMITS.delegation)
    return { fault: m.registrations_table_too_many({ max: REGISTRATION_LIMITS.delegation }) };
  const organisation = values.organisation || (read.rows.find((row) => row.organisation !== '')?.organisation ?? '');
  return { values: { ...values, organisation, people: [...filled, ...pasted], table: '' } };
}

export interface ParsedDelegation {
  id: string;
  organisationName: string;
  contact: { givenName: string; familyName: string; email: string };
  people: ParsedPerson[];
  /** Which row of the form each person is. */
  rows: number[];
}

/** A delegation as it is kept, or what is to be corrected. Empty rows are no people. */
export function parseDelegation(
  values: DelegationValues,
  questions: readonly Question[],
): { delegation: ParsedDelegation } | { faults: Faults } {
  const faults: Faults = {};
  const line = (name: 'organisation' | 'contactGivenName' | 'contactFamilyName', max: number) => {
    const clean = cleanLine(values[name]);
    const { length } = [...clean];
    if (length > max) faults[name] = m.registrations_fault_length({ max, length });
    return clean;
  };
  const organisationName = line('organisation', DIRECTORY_LIMITS.organisation);
  if (organisationName === '') faults.organisation = m.registrations_fault_no_organisation();
  const givenName = line('contactGivenName', DIRECTORY_LIMITS.personName);
  const familyName = line('contactFamilyName', DIRECTORY_LIMITS.personName);
  if (familyName === '') faults.contactFamilyName = m.registrations_fault_no_name();
  const email = parseEmail(cleanLine(values.contactEmail));
  if (!email) faults.contactEmail = m.registrations_fault_no_email();
  const people: ParsedPerson[] = [];
  const rows: number[] = [];
  const addresses = new Set<string>();
  for (const [index, person] of values.people.entries()) {
    if (isEmpty(person)) continue;
    const prefix = prefixOf(index);
    const parsed = parsePerson(person, questions, { prefix, emailRequired: false });
    if ('faults' in parsed) {
      Object.assign(faults, parsed.faults);
      continue;
    }
    const own = parsed.person.email;
    if (own && addresses.has(own)) faults[`${prefix}email`] = m.registrations_fault_email_twice();
    if (own) addresses.add(own);
    people.push(parsed.person);
    rows.push(index);
  }
  if (people.length === 0 && Object.keys(faults).length === 0) faults['p0-familyName'] = m.registrations_fault_nobody();
  if (!email || !isUuid(values.id) || Object.keys(faults).length > 0) return { faults };
  return { delegation: { id: values.id, organisationName, contact: { givenName, familyName, email }, people, rows } };
}
