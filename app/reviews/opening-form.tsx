import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { fullNameOf } from '#app/model/attendance.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, FieldError, fieldId } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { OrganiserPageData } from '#server/reviews/read-organiser-page.ts';
import type { OrganiserAnswer } from './organise-review-page.tsx';

interface OpeningFormProps {
  opening: NonNullable<OrganiserPageData['opening']>;
  id: string;
  refused: NonNullable<OrganiserAnswer['opening']> | null;
  /** There was a review before. */
  again: boolean;
}

/** Until when, with what words, and who: all who were there or spoke are ticked. Sends nothing yet. */
export function OpeningForm({ opening, id, refused, again }: OpeningFormProps) {
  const { people, deadline, today, latest } = opening;
  const values = refused?.values ?? null;
  const faulty = refused ? FIELD_OF[refused.fault] : null;
  const error = (field: string) => (faulty === field ? refused?.message : undefined);
  if (people.length === 0) return <Notice>{m.reviews_no_attendees()}</Notice>;
  return (
    <Form method="post" noValidate className="stack">
      <p className="measure">{again ? m.reviews_open_again_what() : m.reviews_open_what()}</p>
      <input type="hidden" name="intent" value="check" />
      <input type="hidden" name="id" value={values?.id ?? id} />
      <div className="choose stack">
        <Field
          type="date"
          name="deadline"
          label={m.reviews_field_deadline()}
          hint={m.reviews_field_deadline_hint()}
          min={today}
          max={latest}
          defaultValue={values?.deadline ?? deadline}
          error={error('deadline')}
        />
        <Field
          as="textarea"
          name="message"
          label={m.reviews_field_message()}
          hint={m.reviews_field_message_hint()}
          rows={3}
          optional
          defaultValue={values?.message ?? ''}
          error={error('message')}
        />
      </div>
      <fieldset id="f-people" aria-describedby={error('people') ? 'f-people-error' : undefined}>
        <legend>
          <h2>{m.reviews_field_people()}</h2>
        </legend>
        <p className="hint">{m.reviews_field_people_hint()}</p>
        <div className="review-people">
          {people.map((person) => (
            <label className="check" key={person.attendanceId}>
              <input
                type="checkbox"
                name="person"
                value={person.attendanceId}
                defaultChecked={values ? values.people.includes(person.attendanceId) : person.proposed}
              />
              <span>
                {fullNameOf(person)}
                <small>
                  {[person.organisationName, person.spoke ? m.reviews_spoke() : '', person.reachable ? '' : m.reviews_no_address()]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
            </label>
          ))}
        </div>
        <FieldError id="f-people-error" error={error('people')} />
      </fieldset>
      {refused ? (
        <ErrorSummary faults={[faulty ? { id: fieldId(faulty), message: refused.message } : { message: refused.message }]} />
      ) : null}
      <div className="row">
        <SubmitButton>{m.reviews_open_next()}</SubmitButton>
      </div>
    </Form>
  );
}

const FIELD_OF: Partial<Record<NonNullable<OrganiserAnswer['opening']>['fault'], string>> = {
  deadline_needed: 'deadline',
  deadline_past: 'deadline',
  deadline_far: 'deadline',
  message_too_long: 'message',
  nobody: 'people',
};
