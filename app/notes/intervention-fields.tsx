import { m } from '#app/messages/compiled/messages.js';
import { INTERVENTION_LIMITS, type InterventionForm } from '#app/model/intervention.ts';
import { ErrorSummary, type FieldFault } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { interventionFieldId as fieldId } from './intervention-words.ts';
import { kindChoices } from './kind-choices.ts';
import type { Participant } from './participant.ts';
import './intervention.css';

interface InterventionFieldsProps {
  values: InterventionForm;
  faults: readonly FieldFault[];
  points: readonly { id: string; title: string }[];
  participants: readonly Participant[];
}

/** The same as the editor by plain fields, in the dialog and on the page of its own. */
export function InterventionFields({ values, faults, points, participants }: InterventionFieldsProps) {
  const props = (name: keyof InterventionForm) => ({
    id: fieldId(name),
    name,
    defaultValue: values[name],
    error: faults.find(({ id }) => id === fieldId(name))?.message,
  });
  const people = participants.map(({ id, name, organisation }) => (
    <option key={id} value={id}>
      {[name, organisation].filter(Boolean).join(', ')}
    </option>
  ));
  return (
    <>
      <Field as="select" {...props('section')} label={m.notes_form_where()}>
        {points.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Field>
      <Field as="select" {...props('speaker')} label={m.notes_form_speaker()}>
        <option value="">{m.notes_form_nobody()}</option>
        {people}
      </Field>
      <Field as="select" {...props('kind')} label={m.notes_form_kind()}>
        <option value="text">{m.notes_form_kind_text()}</option>
        {kindChoices()
          .filter(({ kind }) => kind !== 'turn')
          .map(({ kind, label }) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
      </Field>
      {/* No maxLength: the browser would cut what is pasted without a word; the form answers, and gives the text back. */}
      <Field as="textarea" {...props('text')} label={m.notes_form_text()} rows={5} />
      <fieldset className="for-action">
        <legend>{m.intervention_who_does()}</legend>
        <Field as="select" {...props('assignee')} label={m.intervention_assignee()} optional>
          <option value="">{m.intervention_choose()}</option>
          {people}
        </Field>
        <Field {...props('other')} label={m.intervention_other()} optional maxLength={INTERVENTION_LIMITS.other} autoComplete="off" />
        <Field {...props('due')} type="date" label={m.intervention_due()} optional />
      </fieldset>
      <ErrorSummary faults={faults} />
    </>
  );
}
