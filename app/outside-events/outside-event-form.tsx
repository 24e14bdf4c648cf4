import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { CountryOptions } from '#app/directory/country-options.tsx';
import type { FormChoices } from '#app/meetings/form-choices.ts';
import { WhenFields } from '#app/meetings/when-fields.tsx';
import { m } from '#app/messages/compiled/messages.js';
import { Check } from '#app/ui/check.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, fieldId } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { OutsideEventValues } from './outside-event-values.ts';
import type { OutsideEventFaults } from './parse-outside-event.ts';
import { type SameEvent, SameEvents } from './same-events.tsx';
import '#app/meetings/meetings.css';
import './outside-events.css';

interface OutsideEventFormProps {
  values: OutsideEventValues;
  faults: OutsideEventFaults;
  choices: Pick<FormChoices, 'months' | 'zones' | 'otherZones'>;
  submit: string;
  /** What the group has already that looks like this event: saved all the same only when the box is ticked. */
  same: readonly SameEvent[];
  /** Hidden fields, and a conflict above the form. */
  children: ReactNode;
}

/** An event of others, entered by hand; its date as precise as it is known. */
export function OutsideEventForm({ values, faults, choices, submit, same, children }: OutsideEventFormProps) {
  return (
    <Form method="post" className="gf" noValidate>
      {children}
      <section className="fm__sec" aria-labelledby="oe-what">
        <h2 id="oe-what">{m.outside_events_what()}</h2>
        <div className="fm__b">
          <Field label={m.outside_events_name()} name="title" defaultValue={values.title} required error={faults.title} />
          <Field
            label={m.outside_events_url()}
            name="url"
            type="url"
            hint={m.outside_events_url_hint()}
            defaultValue={values.url}
            optional
            error={faults.url}
          />
          <Field
            as="textarea"
            label={m.outside_events_note()}
            name="note"
            rows={4}
            defaultValue={values.note}
            optional
            error={faults.note}
          />
        </div>
      </section>
      <section className="fm__sec" aria-labelledby="oe-when">
        <h2 id="oe-when">{m.meetings_section_when()}</h2>
        <div className="fm__b">
          <WhenFields values={values} faults={faults} choices={choices} unknownHint={m.outside_events_unknown_hint()} />
        </div>
      </section>
      <section className="fm__sec" aria-labelledby="oe-where">
        <h2 id="oe-where">{m.meetings_section_where()}</h2>
        <div className="fm__b g2">
          <Field
            label={m.outside_events_place()}
            name="place"
            hint={m.outside_events_place_hint()}
            defaultValue={values.place}
            optional
            error={faults.place}
          />
          <Field as="select" label={m.outside_events_country()} name="country" defaultValue={values.country} optional>
            <option value="">{m.outside_events_no_country()}</option>
            <CountryOptions own={values.country} />
          </Field>
        </div>
      </section>
      <div className="gf__end">
        <ErrorSummary faults={Object.entries(faults).map(([field, message]) => ({ id: fieldId(field), message }))} />
        {same.length > 0 ? (
          <SameEvents same={same}>
            <Check name="anyway" value="yes" label={m.outside_events_save_anyway()} />
          </SameEvents>
        ) : null}
        <SubmitButton size="lg">{submit}</SubmitButton>
      </div>
    </Form>
  );
}
