import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { DIRECTORY_LIMITS } from '#app/model/directory.ts';
import { MEMBERSHIP_ROLES } from '#app/model/groups.ts';
import { ErrorSummary, type FieldFault } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { Candidate } from './candidate.ts';
import type { MemberFormValues } from './member-form-values.ts';
import { roleName } from './names.ts';
import { SamePerson } from './same-person.tsx';

export interface MemberFormState {
  /** Id of the person to be, so that the form sent twice adds one. */
  id: string;
  values: MemberFormValues;
  fault: { field: keyof MemberFormValues; message: string } | null;
  doubt: { by: 'name' | 'email'; candidates: Candidate[]; proposed: string | null } | null;
}

const idOf = (field: string) => `add-${field}`;

/** Adds one person to the group. `organisations`: names to propose. */
export function MemberForm({ id, values, fault, doubt, organisations }: MemberFormState & { organisations: readonly string[] }) {
  const field = (name: keyof MemberFormValues, max: number) => ({
    name,
    id: idOf(name),
    maxLength: max,
    defaultValue: values[name],
    error: fault?.field === name ? fault.message : undefined,
    autoComplete: 'off',
  });
  const faults: FieldFault[] = fault ? [{ id: idOf(fault.field), message: fault.message }] : [];
  if (doubt) faults.push({ id: idOf('choice'), message: m.groups_same_choose() });
  return (
    <Form method="post" className="mf" noValidate>
      <input type="hidden" name="id" value={id} />
      <Field label={m.groups_given_name()} {...field('givenName', DIRECTORY_LIMITS.personName)} />
      <Field label={m.groups_family_name()} required {...field('familyName', DIRECTORY_LIMITS.personName)} />
      <Field label={m.groups_function()} optional {...field('function', DIRECTORY_LIMITS.function)} />
      <Field label={m.groups_organisation()} optional list="organisations" {...field('organisation', DIRECTORY_LIMITS.organisation)} />
      <datalist id="organisations">
        {organisations.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Field label={m.groups_email()} optional inputMode="email" hint={m.groups_email_hint()} {...field('email', DIRECTORY_LIMITS.email)} />
      <Field
        as="select"
        label={m.groups_role()}
        name="role"
        id={idOf('role')}
        defaultValue={values.role}
        error={fault?.field === 'role' ? fault.message : undefined}
      >
        {MEMBERSHIP_ROLES.map((role) => (
          <option key={role} value={role}>
            {roleName(role)}
          </option>
        ))}
      </Field>
      {doubt ? <SamePerson name="choice" id={idOf('choice')} by={doubt.by} candidates={doubt.candidates} chosen={doubt.proposed} /> : null}
      <ErrorSummary faults={faults} />
      <SubmitButton name="intent" value="add" wide icon="user-plus">
        {m.groups_add_member()}
      </SubmitButton>
    </Form>
  );
}
