import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { CHOSEN_STATES, FOLLOW_UP_LIMITS, type FollowUpKind } from '#app/model/follow-ups.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, fieldId } from '#app/ui/field.tsx';
import { A } from '#app/ui/link.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { OwnerChoice } from '#db/follow-ups/read-to-edit.ts';
import type { FollowUpFaults, FollowUpFormValues } from './follow-up-form-values.ts';
import { stateName } from './follow-up-state.tsx';

interface FollowUpFormProps {
  kind: FollowUpKind;
  values: FollowUpFormValues;
  revision: number;
  faults: FollowUpFaults;
  people: readonly OwnerChoice[];
  organisations: readonly { id: string; name: string }[];
  /** Where « Revenir à la liste » leads. */
  back: string;
}

/** Who, when, how it stands. A decision has neither owner nor date. */
export function FollowUpForm({ kind, values, revision, faults, people, organisations, back }: FollowUpFormProps) {
  return (
    <Form method="post" noValidate className="stack fu-edit">
      <input type="hidden" name="revision" value={revision} />
      {kind === 'action' ? <OwnerFields values={values} faults={faults} people={people} organisations={organisations} /> : null}
      {kind === 'action' ? (
        <Field type="date" label={m.follow_ups_due()} name="dueOn" defaultValue={values.dueOn} error={faults.dueOn} optional />
      ) : null}
      <Field as="select" label={m.follow_ups_state()} name="state" defaultValue={values.state}>
        {CHOSEN_STATES.map((state) => (
          <option key={state} value={state}>
            {stateName(kind, state)}
          </option>
        ))}
      </Field>
      <Field
        as="textarea"
        rows={3}
        label={m.follow_ups_outcome()}
        name="outcome"
        maxLength={FOLLOW_UP_LIMITS.outcome}
        defaultValue={values.outcome}
        error={faults.outcome}
        optional
      />
      <ErrorSummary faults={Object.entries(faults).map(([name, message]) => ({ id: fieldId(name), message }))} />
      <div className="row">
        <SubmitButton>{m.follow_ups_save()}</SubmitButton>
        <A className="btn btn--quiet" to={back}>
          {m.follow_ups_cancel()}
        </A>
      </div>
    </Form>
  );
}

function OwnerFields({ values, faults, people, organisations }: Pick<FollowUpFormProps, 'values' | 'faults' | 'people' | 'organisations'>) {
  return (
    <>
      <Field
        as="select"
        label={m.follow_ups_owner()}
        hint={m.follow_ups_owner_hint()}
        name="owner"
        defaultValue={values.owner}
        error={faults.owner}
      >
        <option value="">{m.follow_ups_owner_nobody()}</option>
        <option value="text">{m.follow_ups_owner_text()}</option>
        <optgroup label={m.follow_ups_owner_people()}>
          {people.map((person) => (
            <option key={person.id} value={`p:${person.id}`}>
              {wordsOf(person)}
            </option>
          ))}
        </optgroup>
        <optgroup label={m.follow_ups_owner_organisations()}>
          {organisations.map(({ id, name }) => (
            <option key={id} value={`o:${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
      </Field>
      <Field
        as="select"
        label={m.follow_ups_contact()}
        hint={m.follow_ups_contact_hint()}
        name="contact"
        defaultValue={values.contact}
        error={faults.contact}
      >
        <option value="">{m.follow_ups_contact_none()}</option>
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {wordsOf(person)}
          </option>
        ))}
      </Field>
      <Field
        label={m.follow_ups_owner_name()}
        name="ownerName"
        maxLength={FOLLOW_UP_LIMITS.owner}
        defaultValue={values.ownerName}
        error={faults.ownerName}
        optional
      />
    </>
  );
}

function wordsOf({ name, organisation, reachable }: OwnerChoice): string {
  const whole = organisation ? `${name}, ${organisation}` : name;
  return reachable ? whole : m.follow_ups_owner_unreachable({ name: whole });
}
