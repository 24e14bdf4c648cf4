import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, fieldId } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { type DelegationValues, prefixOf } from './delegation-values.ts';
import type { LoadedOffer } from './offer.server.ts';
import { OverlapNotice } from './overlap-notice.tsx';
import { AnswerFields, PersonFields } from './person-fields.tsx';
import { InformationText } from './register-head.tsx';
import type { Faults, PersonValues } from './registration-values.ts';
import { SessionChoice } from './session-choice.tsx';

interface DelegationFormProps {
  offer: LoadedOffer;
  path: string;
  values: DelegationValues;
  faults: Faults;
  notice: string | null;
  overlaps: readonly (readonly [string, string])[];
}

/** One organisation, its contact, and its people. Rows are added, removed and pasted by buttons that send the form, so no script is needed. */
export function DelegationForm({ offer, path, values, faults, notice, overlaps }: DelegationFormProps) {
  return (
    <Form method="post" action={path} className="stack rg-form" noValidate>
      {/* Enter in a field sends the form by its first button: the one that registers */}
      <button type="submit" name="intent" value="register" className="vh" tabIndex={-1} aria-hidden="true" />
      {notice ? (
        <Notice look="err" role="alert">
          {notice}
        </Notice>
      ) : null}
      <input type="hidden" name="id" value={values.id} />
      <input type="hidden" name="rows" value={values.people.length} />
      <Field
        name="organisation"
        label={m.registrations_organisation()}
        defaultValue={values.organisation}
        error={faults.organisation}
        autoComplete="organization"
        required
      />
      <ContactFields values={values} faults={faults} />
      <section className="stack" id="people" aria-labelledby="t-people">
        <h2 id="t-people">{m.registrations_people()}</h2>
        <p>{m.registrations_delegation_rule()}</p>
        {values.people.map((person, index) => (
          <PersonRow key={person.id} {...{ person, index, faults, offer, path }} removable={values.people.length > 1} />
        ))}
        <p>
          <SubmitButton look="line" name="intent" value="more" formAction={`${path}#more`} id="more">
            {m.registrations_more_rows()}
          </SubmitButton>
        </p>
      </section>
      <details className="rg-more" open={Boolean(faults.table)}>
        <summary>{m.registrations_paste()}</summary>
        <Field
          as="textarea"
          name="table"
          rows={5}
          label={m.registrations_paste_label()}
          hint={m.registrations_paste_hint()}
          defaultValue={values.table}
          error={faults.table}
        />
        <SubmitButton look="line" name="intent" value="paste" formAction={`${path}#people`}>
          {m.registrations_paste_read()}
        </SubmitButton>
      </details>
      <InformationText text={offer.information} />
      <ErrorSummary faults={Object.entries(faults).map(([name, message]) => ({ id: fieldId(name), message }))} />
      <OverlapNotice pairs={overlaps} />
      <SubmitButton size="lg" name="intent" value="register">
        {m.registrations_delegation_send()}
      </SubmitButton>
    </Form>
  );
}

function ContactFields({ values, faults }: Pick<DelegationFormProps, 'values' | 'faults'>) {
  return (
    <fieldset className="rg-person">
      <legend>{m.registrations_contact()}</legend>
      <p className="meta">{m.registrations_contact_what()}</p>
      <div className="g2">
        <Field
          name="contactGivenName"
          label={m.registrations_given_name()}
          defaultValue={values.contactGivenName}
          error={faults.contactGivenName}
          autoComplete="given-name"
          optional
        />
        <Field
          name="contactFamilyName"
          label={m.registrations_family_name()}
          defaultValue={values.contactFamilyName}
          error={faults.contactFamilyName}
          autoComplete="family-name"
          required
        />
      </div>
      <Field
        name="contactEmail"
        type="email"
        label={m.registrations_email()}
        defaultValue={values.contactEmail}
        error={faults.contactEmail}
        autoComplete="email"
        required
      />
    </fieldset>
  );
}

interface PersonRowProps extends Pick<DelegationFormProps, 'faults' | 'offer' | 'path'> {
  person: PersonValues;
  index: number;
  removable: boolean;
}

function PersonRow({ person, index, faults, offer, path, removable }: PersonRowProps) {
  const prefix = prefixOf(index);
  const more = offer.questions.length > 0 || offer.sessions.length > 0;
  const required = offer.questions.some((question) => question.required);
  const inside = Object.keys(faults).some((name) => name.startsWith(`${prefix}q-`) || name === `${prefix}session`);
  return (
    <fieldset className="rg-person" id={`person-${index + 1}`}>
      <legend>{m.registrations_person_number({ number: index + 1 })}</legend>
      <PersonFields prefix={prefix} values={person} faults={faults} categories={offer.categories} email="optional" organisation={false} />
      {more ? (
        <details className="rg-more" open={required || inside || person.meetingIds.length > 0}>
          <summary>{m.registrations_person_more()}</summary>
          <div className="stack">
            <AnswerFields prefix={prefix} values={person} faults={faults} questions={offer.questions} />
            {offer.sessions.length > 0 ? (
              <SessionChoice
                sessions={offer.sessions}
                name={`${prefix}session`}
                chosen={person.meetingIds}
                error={faults[`${prefix}session`]}
              />
            ) : null}
          </div>
        </details>
      ) : null}
      {removable ? (
        <p>
          <SubmitButton look="quiet" size="sm" name="intent" value={`without-${index}`} formAction={`${path}#people`}>
            {m.registrations_person_remove({ number: index + 1 })}
          </SubmitButton>
        </p>
      ) : null}
    </fieldset>
  );
}
