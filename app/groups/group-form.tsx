import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { CountryOptions } from '#app/directory/country-options.tsx';
import { TimeZoneOptions } from '#app/directory/time-zone-options.tsx';
import { m } from '#app/messages/compiled/messages.js';
import { GROUP_KINDS, GROUP_LIMITS } from '#app/model/groups.ts';
import { Check } from '#app/ui/check.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, FieldError, fieldId } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { GroupFormValues } from './group-form-values.ts';
import { groupKindName } from './names.ts';
import type { GroupFaults } from './parse-group-form.ts';

interface GroupFormProps {
  values: GroupFormValues;
  faults: GroupFaults;
  submit: string;
  /** Hidden fields, and a conflict above the form. */
  children?: ReactNode;
}

/** A new group, or the details of one. */
export function GroupForm({ values, faults, submit, children }: GroupFormProps) {
  return (
    <Form method="post" className="gf" noValidate>
      {children}
      <section className="fm__sec" aria-labelledby="gf-what">
        <h2 id="gf-what">{m.groups_form_what()}</h2>
        <div className="fm__b">
          <Field
            label={m.groups_name()}
            name="name"
            defaultValue={values.name}
            maxLength={GROUP_LIMITS.name}
            required
            error={faults.name}
          />
          <div className="g2">
            <Field as="select" label={m.groups_kind()} name="kind" defaultValue={values.kind} error={faults.kind}>
              {GROUP_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {groupKindName({ kind, country: null })}
                </option>
              ))}
            </Field>
            <Field
              as="select"
              label={m.groups_country()}
              name="country"
              defaultValue={values.country}
              hint={m.groups_country_hint()}
              error={faults.country}
            >
              <option value="">{m.groups_country_none()}</option>
              <CountryOptions own={values.country} />
            </Field>
          </div>
          <Field
            as="textarea"
            label={m.groups_description()}
            name="description"
            rows={6}
            defaultValue={values.description}
            hint={m.groups_description_hint()}
            optional
            error={faults.description}
          />
        </div>
      </section>
      <section className="fm__sec" aria-labelledby="gf-who">
        <h2 id="gf-who">{m.groups_form_who()}</h2>
        <div className="fm__b">
          <fieldset aria-describedby={faults.visibility ? 'f-visibility-error' : undefined}>
            <legend className="label">{m.groups_visibility()}</legend>
            <Check
              type="radio"
              name="visibility"
              value="public"
              id={fieldId('visibility')}
              defaultChecked={values.visibility === 'public'}
              label={m.groups_visibility_public()}
              hint={m.groups_visibility_public_hint()}
            />
            <Check
              type="radio"
              name="visibility"
              value="members"
              defaultChecked={values.visibility === 'members'}
              label={m.groups_visibility_members()}
              hint={m.groups_visibility_members_hint()}
            />
            <FieldError id="f-visibility-error" error={faults.visibility} />
          </fieldset>
          <Field
            as="select"
            label={m.groups_time_zone()}
            name="timeZone"
            defaultValue={values.timeZone}
            hint={m.groups_time_zone_hint()}
            error={faults.timeZone}
          >
            <TimeZoneOptions own={values.timeZone} />
          </Field>
        </div>
      </section>
      <div className="gf__end">
        <ErrorSummary faults={Object.entries(faults).map(([field, message]) => ({ id: fieldId(field), message }))} />
        <SubmitButton size="lg">{submit}</SubmitButton>
      </div>
    </Form>
  );
}
