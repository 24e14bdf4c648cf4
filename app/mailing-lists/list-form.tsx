import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { MAILING_LIST_LIMITS } from '#app/model/mailing-lists.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { ListFaults, ListValues } from './list-values.ts';

export const SAVE = 'save';
export const REMOVE = 'remove';

/** One list of addresses; `values.revision` 0: a new one. */
export function ListForm({ values, faults = {} }: { values: ListValues; faults?: ListFaults }) {
  const { id, revision } = values;
  const isNew = revision === 0;
  const summary = [
    ...(faults.form ? [{ message: faults.form }] : []),
    ...(faults.name ? [{ id: `name-${id}`, message: faults.name }] : []),
    ...(faults.addresses ? [{ id: `addresses-${id}`, message: faults.addresses }] : []),
  ];
  return (
    <Form method="post" noValidate className="stack panel" id={`list-${id}`}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="revision" value={revision} />
      <Field
        id={`name-${id}`}
        label={m.sending_list_name()}
        name="name"
        defaultValue={values.name}
        error={faults.name}
        maxLength={MAILING_LIST_LIMITS.name}
      />
      <Field
        as="textarea"
        id={`addresses-${id}`}
        label={m.sending_list_addresses()}
        hint={m.sending_list_addresses_hint()}
        name="addresses"
        rows={6}
        spellCheck={false}
        defaultValue={values.addresses}
        error={faults.addresses}
      />
      <ErrorSummary faults={summary} />
      <div className="row">
        <SubmitButton name="intent" value={SAVE}>
          {isNew ? m.sending_list_create() : m.sending_list_save()}
        </SubmitButton>
        {isNew ? null : (
          <SubmitButton look="quiet" name="intent" value={REMOVE}>
            {m.sending_list_remove()}
            <span className="vh"> {values.name}</span>
          </SubmitButton>
        )}
      </div>
    </Form>
  );
}
