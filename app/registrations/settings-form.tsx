import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { REGISTRATION_CATEGORIES, REGISTRATION_LIMITS } from '#app/model/registrations.ts';
import { Check } from '#app/ui/check.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, FieldError, fieldId } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { Faults } from './registration-values.ts';
import type { SettingsValues } from './settings-values.ts';
import { categoryWords } from './words.ts';

interface SettingsFormProps {
  path: string;
  values: SettingsValues;
  faults: Faults;
  notice: string | null;
  /** Of the settings as they are kept now: after a conflict was shown, saving again is done knowingly. */
  current: string;
}

/** When and for whom registrations are open. */
export function SettingsForm({ path, values, faults, notice, current }: SettingsFormProps) {
  return (
    <Form method="post" action={path} className="stack rg-form" noValidate>
      {notice ? (
        <Notice look="err" role="alert">
          {notice}
        </Notice>
      ) : null}
      <input type="hidden" name="revision" value={notice ? current : values.revision} />
      <div className="g2">
        <Field
          name="opensOn"
          type="date"
          label={m.registrations_opens_on()}
          hint={m.registrations_opens_on_hint()}
          defaultValue={values.opensOn}
          error={faults.opensOn}
        />
        <Field
          name="closesOn"
          type="date"
          label={m.registrations_closes_on()}
          hint={m.registrations_closes_on_hint()}
          defaultValue={values.closesOn}
          error={faults.closesOn}
        />
      </div>
      <Field
        name="capacity"
        inputMode="numeric"
        label={m.registrations_capacity()}
        hint={m.registrations_capacity_hint()}
        defaultValue={values.capacity}
        error={faults.capacity}
        optional
      />
      <fieldset className="rg-choices" id={fieldId('category')} tabIndex={-1}>
        <legend className="label">{m.registrations_open_categories()}</legend>
        {REGISTRATION_CATEGORIES.map((category) => (
          <Check
            key={category}
            name="category"
            value={category}
            defaultChecked={values.categories.includes(category)}
            label={categoryWords(category)}
          />
        ))}
        <FieldError id={`${fieldId('category')}-error`} error={faults.category} />
      </fieldset>
      <Check
        name="takesSessions"
        value="yes"
        defaultChecked={values.takesSessions}
        label={m.registrations_takes_sessions()}
        hint={m.registrations_takes_sessions_hint()}
      />
      <Field
        as="textarea"
        name="information"
        rows={6}
        label={m.registrations_information_field()}
        hint={m.registrations_information_hint({ max: REGISTRATION_LIMITS.information })}
        defaultValue={values.information}
        error={faults.information}
        optional
      />
      <ErrorSummary faults={Object.entries(faults).map(([name, message]) => ({ id: fieldId(name), message }))} />
      <SubmitButton name="intent" value="settings">
        {m.registrations_save()}
      </SubmitButton>
    </Form>
  );
}
