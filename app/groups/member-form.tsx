import { Form } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { DIRECTORY_LIMITS } from '#app/model/directory.ts';
import { MEMBERSHIP_ROLES } from '#app/model/groups.ts';
import { ErrorSummary, type FieldFault } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { Candidate } from './candidate.ts';
import type { MemberFault, MemberFormValues } from './member-form-values.ts';
import { roleName } from './names.ts';
import { SamePerson } from './same-person.tsx';

export interface MemberFormState {
  /** Id of the person to be, so that the form sent twice adds one. */
  id: string;
  values: MemberFormValues;
  faults: readonly MemberFault[];
  doubt: { by: 'name' | 'email'; candidates: Candidate[]; proposed: string | null } | null;
}

const idOf = (field: string) => `add-${field}`;

/** Adds one person to the group. `organisations`: names to propose; `path`: the page, which comes back at the form when it is refused. */
export function MemberForm({
  id,
  values,
  faults,
  doubt,
  path,
  organisations,
}: MemberFormState & { organisations: readonly string[]; path: string }) {
  const errorOf = (name: keyof MemberFormValues) => faults.find((fault) => fault.field === name)?.message;
  const field = (name: keyof MemberFormValues, max: number) => ({
    name,
    id: idOf(name),
    maxLength: max,
    defaultValue: values[name],
    error: errorOf(name),
    autoComplete: 'off',
  });
  const summary: FieldFault[] = faults.map(({ field, message }) => ({ id: idOf(field), message }));
  if (doubt) summary.push({ id: idOf('choice'), message: m.groups_same_choose() });
  return (
    <Form method="post" action={`${localePath(path)}#t-add`} className="mf" noValidate>
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
      <Field as="select" label={m.groups_role()} name="role" id={idOf('role')} defaultValue={values.role} error={errorOf('role')}>
        {MEMBERSHIP_ROLES.map((role) => (
          <option key={role} value={role}>
            {roleName(role)}
          </option>
        ))}
      </Field>
      {doubt ? <SamePerson name="choice" id={idOf('choice')} by={doubt.by} candidates={doubt.candidates} chosen={doubt.proposed} /> : null}
      <ErrorSummary faults={summary} />
      <SubmitButton name="intent" value="add" wide icon="user-plus">
        {m.groups_add_member()}
      </SubmitButton>
    </Form>
  );
}
