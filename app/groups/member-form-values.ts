import { m } from '#app/messages/compiled/messages.js';
import type { RowFault } from '#app/model/attendee-table.ts';
import { DIRECTORY_LIMITS } from '#app/model/directory.ts';

/** Somebody to add, as typed; the names are those of the form's controls. */
export interface MemberFormValues {
  givenName: string;
  familyName: string;
  function: string;
  organisation: string;
  email: string;
  role: string;
}

export const NOBODY: MemberFormValues = { givenName: '', familyName: '', function: '', organisation: '', email: '', role: 'member' };

export function memberFormValues(form: FormData): MemberFormValues {
  const text = (name: keyof MemberFormValues) => String(form.get(name) ?? '');
  return {
    givenName: text('givenName'),
    familyName: text('familyName'),
    function: text('function'),
    organisation: text('organisation'),
    email: text('email'),
    role: text('role'),
  };
}

/** The field that a fault is of, and what to do about it. */
export interface MemberFault {
  field: keyof MemberFormValues;
  message: string;
}

export function faultOfRow(fault: RowFault): MemberFault {
  const { personName, organisation, function: job } = DIRECTORY_LIMITS;
  switch (fault) {
    case 'no_name':
      return { field: 'familyName', message: m.groups_fault_no_name() };
    case 'given_name_too_long':
      return { field: 'givenName', message: m.groups_fault_name_too_long({ max: personName }) };
    case 'family_name_too_long':
      return { field: 'familyName', message: m.groups_fault_name_too_long({ max: personName }) };
    case 'organisation_too_long':
      return { field: 'organisation', message: m.groups_fault_organisation_too_long({ max: organisation }) };
    case 'function_too_long':
      return { field: 'function', message: m.groups_fault_function_too_long({ max: job }) };
    case 'bad_email':
      return { field: 'email', message: m.groups_fault_bad_email() };
    case 'email_twice':
      return { field: 'email', message: m.groups_fault_email_twice() };
    case 'too_many_cells':
      return { field: 'familyName', message: m.groups_fault_too_many_cells() };
  }
}
