import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { TimeZoneOptions } from '#app/directory/time-zone-options.tsx';
import { m } from '#app/messages/compiled/messages.js';
import { EDITION_LIMITS } from '#app/model/programme.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, fieldId } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { EditionFaults, EditionFormValues } from './parse-edition-form.ts';

interface EditionFormProps {
  values: EditionFormValues;
  faults: EditionFaults;
  submit: string;
  /** Hidden fields, and a conflict above the form. */
  children?: ReactNode;
  /** More to decide, above the button. */
  more?: ReactNode;
}

/** A new edition, or the details of one. */
export function EditionForm({ values, faults, submit, children, more }: EditionFormProps) {
  return (
    <Form method="post" className="gf stack" noValidate>
      {children}
      <Field
        label={m.prepare_edition_name()}
        hint={m.prepare_edition_name_hint()}
        name="name"
        defaultValue={values.name}
        error={faults.name}
        maxLength={EDITION_LIMITS.name}
        autoComplete="off"
        required
      />
      <div className="g2">
        <Field type="date" label={m.prepare_starts_on()} name="startsOn" defaultValue={values.startsOn} error={faults.startsOn} required />
        <Field type="date" label={m.prepare_ends_on()} name="endsOn" defaultValue={values.endsOn} error={faults.endsOn} optional />
      </div>
      <div className="g2">
        <Field
          label={m.prepare_edition_place()}
          name="place"
          defaultValue={values.place}
          error={faults.place}
          autoComplete="off"
          optional
        />
        <Field as="select" label={m.prepare_zone()} name="timeZone" defaultValue={values.timeZone} error={faults.timeZone}>
          <TimeZoneOptions own={values.timeZone} />
        </Field>
      </div>
      <Field
        as="textarea"
        label={m.prepare_edition_summary()}
        name="summary"
        rows={5}
        defaultValue={values.summary}
        error={faults.summary}
        optional
      />
      {more}
      <ErrorSummary faults={Object.entries(faults).map(([field, message]) => ({ id: fieldId(field), message }))} />
      <div>
        <SubmitButton size="lg">{submit}</SubmitButton>
      </div>
    </Form>
  );
}
