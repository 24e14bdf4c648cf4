import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { DIRECTORY_LIMITS } from '#app/model/directory.ts';
import { LANGUAGES, type Language } from '#app/model/language.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, fieldId } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { PersonFaults, PersonFormValues } from './person-form-values.ts';
import { TimeZoneOptions } from './time-zone-options.tsx';

// a language is named in itself, so that whoever looks for it finds it
const LANGUAGE_NAMES: Record<Language, string> = { fr: 'Français', es: 'Español', pt: 'Português', en: 'English' };

interface PersonFormProps {
  values: PersonFormValues;
  faults: PersonFaults;
  revision: number;
  /** Names to propose. */
  organisations: readonly string[];
  mayChangeAddress: boolean;
}

export function PersonForm({ values, faults, revision, organisations, mayChangeAddress }: PersonFormProps) {
  const field = (name: keyof PersonFormValues) => ({ name, defaultValue: values[name], error: faults[name], autoComplete: 'off' });
  return (
    <Form method="post" className="pf" noValidate>
      <input type="hidden" name="revision" value={revision} />
      <section className="fm__sec" aria-labelledby="pf-who">
        <h2 id="pf-who">{m.directory_form_who()}</h2>
        <div className="fm__b">
          <div className="g2">
            <Field label={m.directory_given_name()} maxLength={DIRECTORY_LIMITS.personName} {...field('givenName')} />
            <Field label={m.directory_family_name()} maxLength={DIRECTORY_LIMITS.personName} required {...field('familyName')} />
          </div>
          <div className="g2">
            <Field label={m.directory_function()} maxLength={DIRECTORY_LIMITS.function} optional {...field('function')} />
            <Field
              label={m.directory_organisation()}
              maxLength={DIRECTORY_LIMITS.organisation}
              list="organisations"
              optional
              {...field('organisation')}
            />
          </div>
          <datalist id="organisations">
            {organisations.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <p className="hint">{m.directory_function_hint()}</p>
        </div>
      </section>
      <section className="fm__sec" aria-labelledby="pf-how">
        <h2 id="pf-how">{m.directory_form_how()}</h2>
        <div className="fm__b">
          <Field
            label={m.directory_email()}
            inputMode="email"
            maxLength={DIRECTORY_LIMITS.email}
            readOnly={!mayChangeAddress}
            hint={mayChangeAddress ? m.directory_email_hint() : m.directory_email_not_yours()}
            {...field('email')}
          />
          <div className="g2">
            <Field as="select" label={m.directory_language()} {...field('language')}>
              {LANGUAGES.map((language) => (
                <option key={language} value={language} lang={language}>
                  {LANGUAGE_NAMES[language]}
                </option>
              ))}
            </Field>
            <Field as="select" label={m.directory_time_zone()} {...field('timeZone')}>
              <TimeZoneOptions own={values.timeZone} />
            </Field>
          </div>
        </div>
      </section>
      <div className="pf__end">
        <ErrorSummary faults={Object.entries(faults).map(([name, message]) => ({ id: fieldId(name), message }))} />
        <SubmitButton size="lg">{m.directory_save()}</SubmitButton>
      </div>
    </Form>
  );
}
