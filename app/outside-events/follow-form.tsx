import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { OUTSIDE_CALENDAR_LIMITS } from '#app/model/outside-calendars.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, fieldId } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';

export interface FollowValues {
  id: string;
  address: string;
  name: string;
}
export type FollowFaults = Partial<Record<'address' | 'name', string>>;

/** A calendar to follow at its address. */
export function FollowForm({ values, faults }: { values: FollowValues; faults: FollowFaults }) {
  return (
    <Form method="post" noValidate className="stack panel" aria-labelledby="oe-follow">
      <h3 id="oe-follow">{m.outside_events_follow()}</h3>
      <p className="small">{m.outside_events_follow_what()}</p>
      <input type="hidden" name="id" value={values.id} />
      <Field
        label={m.outside_events_address()}
        name="address"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        hint={m.outside_events_address_hint()}
        defaultValue={values.address}
        error={faults.address}
      />
      <Field
        label={m.outside_events_calendar_name()}
        name="name"
        hint={m.outside_events_calendar_name_hint()}
        maxLength={OUTSIDE_CALENDAR_LIMITS.name}
        defaultValue={values.name}
        optional
        error={faults.name}
      />
      <ErrorSummary faults={Object.entries(faults).map(([field, message]) => ({ id: fieldId(field), message }))} />
      <div className="row">
        <SubmitButton>{m.outside_events_follow_do()}</SubmitButton>
      </div>
    </Form>
  );
}
